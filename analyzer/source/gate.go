package source

import (
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/whichid/whichid/analyzer/identity"
)

// gate reads the folder's files and decides whether it is relevant. If not, only its imports are kept. Files that the build leaves out
// are forgotten. Nearly all its time is reading.
func (f *folder) gate(table *identity.Table) {
	need := identity.Irrelevant
	var broken []failure
	var names []string
	code, tests := make(map[string]bool), make(map[string]bool)
	f.texts = make(map[string][]byte, len(f.names))
	for _, name := range f.names {
		path := filepath.Join(f.dir, name)
		text, err := read(path)
		switch {
		case err != nil:
			f.failed = append(f.failed, failure{path, err})
			continue
		case text == nil:
			continue
		}
		if !takes(f.build, path, text) && !f.only[name] {
			continue
		}
		names = append(names, name)
		f.texts[name] = text
		imports, err := importsOf(text)
		if err != nil {
			broken = append(broken, failure{path, err})
		}
		for _, path := range imports {
			need |= table.Import(path)
			if isTest(name) {
				tests[path] = true
			} else {
				code[path] = true
			}
		}
	}
	f.names = names
	f.imports, f.testImports = slices.Sorted(maps.Keys(code)), slices.Sorted(maps.Keys(tests))
	f.relevant = need&identity.Relevant != 0 || f.marked(need)
	if !f.relevant {
		f.texts = nil
		f.failed = append(f.failed, broken...) // a relevant file is parsed again, and says it then
	}
}

func (f *folder) marked(need identity.Need) bool {
	for _, text := range f.texts {
		if identity.Markers(text, need) != 0 {
			return true
		}
	}
	return false
}

// importsOf returns the import paths of a Go file, those before an error if there is one.
func importsOf(text []byte) ([]string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), "", text, parser.ImportsOnly|parser.SkipObjectResolution)
	var paths []string
	if file != nil {
		for _, spec := range file.Imports {
			if path, bad := strconv.Unquote(spec.Path.Value); bad == nil {
				paths = append(paths, path)
			}
		}
	}
	return paths, err
}
