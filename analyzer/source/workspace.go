package source

import (
	"fmt"
	"path/filepath"

	"golang.org/x/mod/modfile"
)

// A workspace is what a go.work file says of import paths: nothing, if there is none.
type workspace struct {
	dir      string
	used     []string  // the folders of its modules
	replaced []root    // by a folder; this wins over what its modules say
	failed   []failure // what is wrong with the file; the rest of it counts
}

// findWorkspace reads the go.work file that the go command would use in a folder: the one that GOWORK names, or else the next one
// above, as modload.FindGoWork has it (go1.26, cmd/go/internal/modload/init.go).
func findWorkspace(base, gowork string) (workspace, error) {
	fail := func(why string) (workspace, error) {
		return workspace{}, fmt.Errorf("GOWORK: %q: %s: use off, or the absolute path of a go.work file", gowork, why)
	}
	switch {
	case gowork == "off":
		return workspace{}, nil
	case gowork == "" || gowork == "auto":
		for dir := base; ; dir = filepath.Dir(dir) {
			name := filepath.Join(dir, "go.work")
			if isRegular(name) {
				return readWorkspace(name), nil
			}
			if dir == filepath.Dir(dir) {
				return workspace{}, nil
			}
		}
	case !filepath.IsAbs(gowork):
		return fail("not an absolute path")
	case !isRegular(gowork):
		return fail("no such file")
	}
	return readWorkspace(filepath.Clean(gowork)), nil
}

func readWorkspace(name string) workspace {
	w := workspace{dir: filepath.Dir(name)}
	var file *modfile.WorkFile
	text, err := readSettings(name)
	if err == nil {
		file, err = parseLines(filepath.Base(name), text, modfile.ParseWork)
	}
	if file != nil {
		for _, use := range file.Use {
			w.used = append(w.used, below(w.dir, use.Path))
		}
		w.replaced = replacements(w.dir, file.Replace, nil)
	}
	if err != nil && (file == nil || !isNewer(file.Go)) {
		w.failed = []failure{{name, err}}
	}
	return w
}
