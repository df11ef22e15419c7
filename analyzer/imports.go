package analyzer

import (
	"bytes"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// qualify returns how the file writes the name of a package's declaration at a position: with the name under which it is
// imported there, or none for a dot import. It adds the import if there is none, or if something hides it.
func (e *editor) qualify(path, packageName, name string, at token.Pos) string {
	for _, spec := range e.file.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err != nil || p != path {
			continue
		}
		local := packageName
		if spec.Name != nil {
			local = spec.Name.Name
		}
		switch {
		case local == "_":
		case local == ".":
			return name
		case e.denotesPackage(local, at):
			return local + "." + name
		}
	}
	local := packageName
	for e.lookup(local, at) != nil || e.declared(local) {
		local += "pkg"
	}
	e.addImport(path, packageName, local)
	return local + "." + name
}

// lookup returns what a name denotes at a position.
func (e *editor) lookup(name string, at token.Pos) types.Object {
	if scope := e.scope(at); scope != nil {
		_, obj := scope.LookupParent(name, at)
		return obj
	}
	return nil
}

func (e *editor) declared(name string) bool {
	fileScope := e.pkg.Info.Scopes[e.file]
	return fileScope != nil && fileScope.Lookup(name) != nil || e.pkg.Types.Scope().Lookup(name) != nil
}

// scope returns the innermost scope at a position.
func (e *editor) scope(at token.Pos) *types.Scope {
	fileScope := e.pkg.Info.Scopes[e.file]
	if fileScope == nil {
		return nil
	}
	if inner := fileScope.Innermost(at); inner != nil {
		return inner
	}
	return fileScope
}

func (e *editor) denotesPackage(name string, at token.Pos) bool {
	_, ok := e.lookup(name, at).(*types.PkgName)
	return ok
}

// addImport adds an import declaration, in the block and group of its like, in the order of the paths.
func (e *editor) addImport(path, packageName, local string) {
	text := strconv.Quote(path)
	if local != packageName {
		text = local + " " + text
	}
	block := e.importBlock()
	known := len(e.edits)
	defer func() { e.edits[known].imports = path }()
	switch {
	case block == nil:
		e.add(e.offset(e.file.Name.End()), e.offset(e.file.Name.End()), "\n\nimport "+text)
	case !block.Lparen.IsValid():
		e.besideSingle(block, path, text)
	default:
		e.intoGroup(block, path, text)
	}
}

// importBlock returns the import declaration that takes one more: a block before a single one, and never that of cgo.
func (e *editor) importBlock() *ast.GenDecl {
	var found *ast.GenDecl
	for _, decl := range e.file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.IMPORT {
			break
		}
		if len(gen.Specs) == 0 || importedBy(gen.Specs[0]) == "C" {
			continue
		}
		if found == nil || gen.Lparen.IsValid() && !found.Lparen.IsValid() {
			found = gen
		}
	}
	return found
}

func importedBy(spec ast.Spec) string {
	path, err := strconv.Unquote(spec.(*ast.ImportSpec).Path.Value)
	if err != nil {
		return ""
	}
	return path
}

// Have: import "x"
func (e *editor) besideSingle(block *ast.GenDecl, path, text string) {
	if importedBy(block.Specs[0]) < path {
		at := e.lineEnd(e.offset(block.End()))
		e.add(at, at, "\nimport "+text)
		return
	}
	e.insert(block.Pos(), "import "+text+"\n")
}

// Have: import ( … ), in groups that blank lines part
func (e *editor) intoGroup(block *ast.GenDecl, path, text string) {
	groups := e.importGroups(block)
	for _, group := range groups {
		if isStandard(importedBy(group[0])) != isStandard(path) {
			continue
		}
		for _, spec := range group {
			if importedBy(spec) > path {
				e.insert(e.lineStart(spec), text+"\n\t")
				return
			}
		}
		at := e.lineEnd(e.offset(group[len(group)-1].End()))
		e.add(at, at, "\n\t"+text)
		return
	}
	if isStandard(path) {
		e.insert(e.lineStart(groups[0][0]), text+"\n\n\t")
		return
	}
	last := groups[len(groups)-1]
	at := e.lineEnd(e.offset(last[len(last)-1].End()))
	e.add(at, at, "\n\n\t"+text)
}

// lineStart returns where an import begins, with the comment above it.
func (e *editor) lineStart(spec ast.Spec) token.Pos {
	if doc := spec.(*ast.ImportSpec).Doc; doc != nil {
		return doc.Pos()
	}
	return spec.Pos()
}

// lineEnd returns the end of the line that holds an offset, behind a comment.
func (e *editor) lineEnd(offset int) int {
	if n := bytes.IndexByte(e.src[offset:], '\n'); n >= 0 {
		return offset + n
	}
	return len(e.src)
}

func (e *editor) importGroups(block *ast.GenDecl) [][]ast.Spec {
	var groups [][]ast.Spec
	previous := 0
	for _, spec := range block.Specs {
		line := e.pkg.Fset.PositionFor(e.lineStart(spec), false).Line
		if previous == 0 || line > previous+1 {
			groups = append(groups, nil)
		}
		last := len(groups) - 1
		groups[last] = append(groups[last], spec)
		previous = e.pkg.Fset.PositionFor(spec.End(), false).Line
	}
	return groups
}

// isStandard reports whether an import path is one of the standard library, as goimports tells them.
func isStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}
