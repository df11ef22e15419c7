package source

import (
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// complain notes the first type error of a package that is to be analyzed, if it stands in a file that is built here: what is left out
// of a build need not have types in it.
func (t *typed) complain(i importer, files []*ast.File, err error) {
	var wrong types.Error
	dir := i.dir
	f := t.loader.relevant[dir]
	if f == nil || f.silent || t.complained[dir] || !errors.As(err, &wrong) || inImport(files, wrong.Pos) {
		return
	}
	at := wrong.Fset.PositionFor(wrong.Pos, false)
	text, unknown := t.loader.readFile(at.Filename)
	if unknown != nil || !takes(&t.context, at.Filename, text) || t.mixed(dir) || i.doubled(files) {
		return
	}
	t.complained[dir] = true
	b := t.build(dir)
	t.broken[b] = append(t.broken[b], Error{
		File: at.Filename, Line: at.Line, Column: at.Column,
		Message: "-typed: does not build: " + wrong.Msg + "; analyzed as far as types are known; go vet tells more",
	})
}

// inImport reports whether an error is about an import. Those that fail are told of by themselves.
func inImport(files []*ast.File, pos token.Pos) bool {
	for _, file := range files {
		for _, spec := range file.Imports {
			if spec.Pos() <= pos && pos < spec.End() {
				return true
			}
		}
	}
	return false
}

// mixed reports whether the types of other modules know a package of the tree that is there from its source as well. The two have
// different types, so that errors mean nothing.
func (t *typed) mixed(dir string) bool {
	for path := range t.build(dir).Mentioned() {
		if _, ok := t.loader.inTree(path, dir); ok {
			return true
		}
	}
	return false
}

// doubled reports whether files of an external test import the package that they test, which has its test files for them, and a package
// that imports it without. The two have different types here: the go command builds what stands between once more.
func (i importer) doubled(files []*ast.File) bool {
	if i.tested == nil || i.tested == i.loader.imported[i.dir].types {
		return false
	}
	return slices.ContainsFunc(files, func(file *ast.File) bool {
		return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool {
			dir := i.loader.place(importedBy(spec), i.dir).dir
			return dir != "" && dir != i.dir && i.loader.reaches(dir, i.dir, make(map[string]bool))
		})
	})
}
