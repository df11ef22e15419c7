package source

import (
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"

	"github.com/whichid/whichid/analyzer/source/golist"
)

// This room says what the go command could not tell, and what does not build. All of it is analyzed as far as its types are known,
// as without the go command; but who asks for all types has to know that some are missing.

const maxMissing = 10 // packages of one build that are named

// errors returns what is missing, or else what does not build.
func (t *typed) errors() (errs []Error) {
	if t == nil {
		return nil
	}
	paths := make(asked)
	for key := range t.others {
		paths.add(key)
	}
	for b := range t.broken { // one that imports nothing from elsewhere was not asked
		if paths[b] == nil {
			paths[b] = make(map[string]bool)
		}
	}
	for _, b := range t.order(paths) {
		missing := t.missing(b, paths.paths(b))
		switch {
		case b.Failed() != nil:
			const message = "-typed: the go command fails: %v; analyzed without it; go list ./... must work here"
			errs = append(errs, Error{File: relative(t.loader.base, b.Dir()), Message: fmt.Sprintf(message, b.Failed())})
		case len(missing) > maxMissing:
			last := &missing[maxMissing-1]
			last.Message += fmt.Sprintf("; so it is with %d more packages", len(missing)-maxMissing)
			missing = missing[:maxMissing]
			fallthrough
		case len(missing) > 0:
			errs = append(errs, missing...)
		default:
			errs = append(errs, t.broken[b]...)
		}
	}
	return errs
}

// missing says which packages cannot be imported, each at its first import in a file that is built here.
func (t *typed) missing(b *golist.Build, paths []string) (errs []Error) {
	for _, path := range paths {
		err := b.Err(path)
		if err == nil {
			continue
		}
		if e, ok := t.importer(path, t.others[packageKey{b, path}].from); ok {
			const message = "-typed: cannot load %s: %v; analyzed without its types; go build ./... must find it"
			e.Message = fmt.Sprintf(message, path, err)
			errs = append(errs, e)
		}
	}
	return errs
}

// importer returns the place where a package is imported first, among folders of the tree.
func (t *typed) importer(path string, dirs map[string]bool) (Error, bool) {
	for _, dir := range slices.Sorted(maps.Keys(dirs)) {
		if t.folders[dir] != nil {
			continue
		}
		for _, name := range t.loader.folders[dir].names {
			if line, column, ok := t.importIn(filepath.Join(dir, name), path); ok {
				return Error{File: t.loader.name(dir, name), Line: line, Column: column}, true
			}
		}
	}
	return Error{}, false
}

// importIn returns where a file imports a package, if the build takes it.
func (t *typed) importIn(name, path string) (line, column int, ok bool) {
	text, err := readRegular(name)
	if err != nil || !takes(&t.context, name, text) {
		return 0, 0, false
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, text, parser.ImportsOnly)
	if err != nil {
		return 0, 0, false
	}
	for _, spec := range file.Imports {
		if importedBy(spec) == path {
			at := fset.Position(spec.Path.Pos())
			return at.Line, at.Column, true
		}
	}
	return 0, 0, false
}
