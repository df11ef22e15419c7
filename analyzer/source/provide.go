package source

import (
	"fmt"
	"go/ast"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/modfile"
)

// This room tells whether an import that a fix adds can be made: the go command has rules of its own for that.

// badImports says which imports that a changed file has more than before cannot be made.
func (p *Package) badImports(name string, before, after *ast.File) (errs []Error) {
	var known []string
	for _, spec := range before.Imports {
		known = append(known, importedBy(spec))
	}
	for _, spec := range after.Imports {
		path := importedBy(spec)
		if slices.Contains(known, path) {
			continue
		}
		if why := p.badImport(path); why != "" {
			errs = append(errs, Error{File: name, Message: fmt.Sprintf("import %q: %s", path, why)})
		}
	}
	return errs
}

// badImport says why the package cannot import a path, or returns nothing.
func (p *Package) badImport(path string) string {
	l, from := p.imports.loader, p.imports.dir
	dir, found := l.resolver.provided(path, from)
	if !found {
		return l.unprovided(path, from)
	}
	importing, _ := l.resolver.importPath(from)
	parent, isInternal := parentOfInternal(path)
	switch {
	case l.clause(dir) == "":
		return "a program cannot be imported"
	case p.imports.tested == nil && l.reaches(dir, from, make(map[string]bool)):
		return "import cycle"
	case isInternal && !covers(parent, importing):
		return "an internal package"
	}
	return ""
}

// provided is find without guesses.
func (r *resolver) provided(path, from string) (dir string, ok bool) {
	if r.top != "" {
		return r.find(path, from)
	}
	return r.search(r.known(r.module(from)), path)
}

// unprovided says why no module provides a package of which no folder is known, or returns nothing: the modules that go.mod
// requires are not here, and the standard library is where the go command is.
func (l *loader) unprovided(path, from string) string {
	r, m := l.resolver, l.resolver.module(from)
	if r.top != "" || m == nil {
		return ""
	}
	providers := []*module{m}
	if used := r.used(); slices.Contains(used, m) {
		providers = used
	}
	first, _, _ := strings.Cut(path, "/")
	_, vendored := l.vendored(path, from)
	switch {
	case vendored != nil:
	case slices.ContainsFunc(providers, func(m *module) bool { return m.requires(path) }):
		if len(l.vendors[m].packages) > 0 {
			return "the vendor folder has no such package"
		}
	case m.path != "" && covers(m.path, path):
		return "the module has no such package"
	case strings.Contains(first, "."): // else it is of the standard library
		return "no module that go.mod requires has such a package"
	}
	return ""
}

// requires tells whether a module requires one that may have a package. If its go.mod cannot be read, that is not known.
func (m *module) requires(path string) bool {
	name := filepath.Join(m.dir, "go.mod")
	text, err := readSettings(name)
	if err != nil {
		return true
	}
	file, err := modfile.ParseLax(name, text, nil)
	return err != nil || slices.ContainsFunc(file.Require, func(r *modfile.Require) bool { return covers(r.Mod.Path, path) })
}

// parentOfInternal returns what stands before the last element internal of an import path: packages there and below may import it.
//
// https://go.dev/s/go14internal
func parentOfInternal(path string) (parent string, isInternal bool) {
	elements := strings.Split(path, "/")
	for i, element := range slices.Backward(elements) {
		if element == "internal" {
			return strings.Join(elements[:i], "/"), true
		}
	}
	return "", false
}

// reaches tells whether the package of a folder is or imports, at any distance, that of another one.
func (l *loader) reaches(dir, other string, seen map[string]bool) bool {
	if dir == other {
		return true
	}
	g := l.parse(dir).importable()
	if seen[dir] || g == nil {
		return false
	}
	seen[dir] = true
	return slices.ContainsFunc(g.withoutTests().files, func(file *ast.File) bool {
		return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool {
			next := l.place(importedBy(spec), dir).dir
			return next != "" && l.reaches(next, other, seen)
		})
	})
}

// covers tells whether an import path is a given one or lies below it.
func covers(above, path string) bool {
	rest, ok := strings.CutPrefix(path, above)
	return ok && (above == "" || rest == "" || rest[0] == '/')
}

// importedBy returns the path of an import.
func importedBy(spec *ast.ImportSpec) string {
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return ""
	}
	return path
}
