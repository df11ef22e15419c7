package source

import (
	"bytes"
	"errors"
	"go/build"
	"go/version"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
)

// A root is a folder where import paths begin: that of a module, or the one that a replace directive puts in its place.
type root struct{ path, dir string }

// A module is what a go.mod file says of import paths.
type module struct {
	root               // without a path if the file has no module line, as one that only keeps a folder out of the module around it
	replaced []root    // by a folder, not by another version
	ignored  []string  // what the go command overlooks: ./path from here, or the end of a path
	failed   []failure // what is wrong with the file; the rest of it counts
}

// readModule returns the module whose go.mod stands in a folder, or nil.
func readModule(dir string) *module {
	name := filepath.Join(dir, "go.mod")
	if !isRegular(name) {
		return nil
	}
	text, err := readSettings(name)
	m := &module{root: root{modfile.ModulePath(text), dir}}
	var file *modfile.File
	if err == nil {
		file, err = parseLines("go.mod", text, modfile.Parse)
	}
	if file != nil {
		m.replaced = replacements(dir, file.Replace, file.Require)
		for _, ignore := range file.Ignore {
			m.ignored = append(m.ignored, strings.TrimRight(filepath.ToSlash(ignore.Path), "/"))
		}
	}
	if err != nil && (file == nil || !isNewer(file.Go)) {
		m.failed = []failure{{name, err}}
	}
	return m
}

// module returns the module that a folder belongs to, or nil.
func (r *resolver) module(dir string) *module {
	if m, ok := r.above[dir]; ok {
		return m
	}
	m := readModule(dir)
	if parent := filepath.Dir(dir); m == nil && parent != dir {
		m = r.module(parent)
	}
	r.above[dir] = m
	return m
}

// listed takes from the walk whether a folder holds a go.mod.
func (r *resolver) listed(dir string, isModule bool) {
	if r.top != "" {
		return
	}
	if _, known := r.above[dir]; !known && !isModule {
		r.above[dir] = r.module(filepath.Dir(dir))
	}
	if m := r.module(dir); m != nil && (len(r.met) == 0 || r.met[len(r.met)-1] != m) {
		r.met = append(r.met, m)
	}
}

// ignores tells whether the module around a folder has the go command overlook it.
func (r *resolver) ignores(dir string) bool {
	if r.top != "" {
		return false
	}
	m := r.module(filepath.Dir(dir))
	return m != nil && m.ignores(dir)
}

// ignores tells whether ignore directives name a folder of the module, as search.IgnorePatterns has it (go1.26,
// cmd/go/internal/search/search.go).
func (m *module) ignores(dir string) bool {
	rel, err := filepath.Rel(m.dir, dir)
	path := "/" + filepath.ToSlash(rel)
	return err == nil && slices.ContainsFunc(m.ignored, func(pattern string) bool {
		if top, ok := strings.CutPrefix(pattern, "./"); ok {
			return path == "/"+top
		}
		return strings.HasSuffix(path, "/"+strings.TrimPrefix(pattern, "/"))
	})
}

// isRegular tells whether a file is there to be read: opening a pipe could wait for ever.
func isRegular(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// parseLines parses a go.mod or go.work file, if need be without the lines that are wrong. The error says what is wrong with these.
func parseLines[F any](name string, text []byte, parse func(string, []byte, modfile.VersionFixer) (*F, error)) (*F, error) {
	file, first := parse(name, text, nil)
	for err := first; err != nil; {
		var wrong modfile.ErrorList
		if !errors.As(err, &wrong) {
			break
		}
		rest := without(text, wrong)
		if bytes.Equal(rest, text) { // such as a block that does not end
			break
		}
		text = rest
		file, err = parse(name, text, nil)
	}
	return file, first
}

// without empties the lines that errors point to.
func without(text []byte, wrong modfile.ErrorList) []byte {
	lines := bytes.Split(text, []byte("\n"))
	for _, e := range wrong {
		if at := e.Pos.Line - 1; at >= 0 && at < len(lines) {
			lines[at] = nil
		}
	}
	return bytes.Join(lines, []byte("\n"))
}

// isNewer tells whether a file is for a Go newer than the one this program was built with: it may hold directives that are not known
// here yet.
func isNewer(line *modfile.Go) bool {
	tags := build.Default.ReleaseTags
	return line != nil && version.Compare(version.Lang("go"+line.Version), tags[len(tags)-1]) > 0
}

// replacements returns what replace directives in a file of the folder dir put into folders, those for a version first. One for a
// version that is not the required one means nothing.
func replacements(dir string, replaces []*modfile.Replace, requires []*modfile.Require) (roots []root) {
	for _, replace := range replaces {
		isOther := func(r *modfile.Require) bool {
			return r.Mod.Path == replace.Old.Path && r.Mod.Version != replace.Old.Version
		}
		path := root{replace.Old.Path, below(dir, replace.New.Path)}
		switch {
		case replace.New.Version != "":
		case replace.Old.Version == "":
			roots = append(roots, path)
		case !slices.ContainsFunc(requires, isOther):
			roots = slices.Insert(roots, 0, path)
		}
	}
	return roots
}

// below returns the folder that a path in a file of the folder dir means.
func below(dir, path string) string {
	if path = filepath.FromSlash(path); filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(dir, path)
}
