package main

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A forcer writes rows that make every call of a package a sink, and every struct of another package that has a text in it: all
// functions that call something are traced then, and their calls judged and mended.
type forcer struct {
	unit *unit
	rows map[string]bool
}

// force returns the rows for a unit, in order, and how many of its functions name what one is about.
func (u *unit) force() (rows []string, functions, traced int) {
	f := &forcer{u, make(map[string]bool)}
	for _, file := range u.files {
		for _, decl := range file.Decls {
			named := false
			ast.Inspect(decl, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					named = f.call(file, n) || named
				case *ast.CompositeLit:
					named = f.literal(n) || named
				}
				return true
			})
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
				functions++
				if named {
					traced++
				}
			}
		}
	}
	for row := range f.rows {
		rows = append(rows, row)
	}
	slices.Sort(rows)
	return rows, functions, traced
}

// add adds a row that the table takes.
func (f *forcer) add(target, attributes string) bool {
	row := "credential " + target + attributes
	known, seen := f.rows[row]
	if !seen {
		_, err := identity.ParseSink(row)
		known = err == nil
		if known {
			f.rows[row] = true
		}
	}
	return known
}

func (f *forcer) call(file *ast.File, call *ast.CallExpr) bool {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return f.callee(f.unit.info.Uses[fun])
	case *ast.SelectorExpr:
		if f.callee(f.unit.info.Uses[fun.Sel]) {
			return true
		}
		pkg, ok := fun.X.(*ast.Ident)
		return ok && f.unit.info.Uses[fun.Sel] == nil && f.unknown(file, pkg.Name, fun.Sel.Name)
	}
	return false
}

// callee adds a row for a function or a method whose declaration is known. The ID is in its first text, or in a text of the first
// struct that has one, or there is none.
func (f *forcer) callee(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	fn = fn.Origin()
	target := fn.Pkg().Path() + "."
	params := fn.Signature().Params()
	if recv := fn.Signature().Recv(); recv != nil {
		named := namedOf(recv.Type())
		if named == nil {
			return false
		}
		target += named.Obj().Name() + "."
	}
	target += fmt.Sprintf("%s(%d)", fn.Name(), params.Len())
	for i := range params.Len() {
		if isText(params.At(i).Type()) {
			return f.add(target, fmt.Sprintf(" id=%d", i))
		}
		if field, named := textIn(params.At(i).Type()); field != "" {
			return f.add(target, fmt.Sprintf(" id=%d.%s options=%s", i, field, named.Obj().Name()))
		}
	}
	return f.add(target, "")
}

// unknown adds a row for what may be a function of a package that is a hole.
func (f *forcer) unknown(file *ast.File, pkg, name string) bool {
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil || path == "C" {
			continue
		}
		if spec.Name != nil && spec.Name.Name == pkg || spec.Name == nil && guessesName(path, pkg) {
			return f.add(path+"."+name, " id=0.ID options=Options")
		}
	}
	return false
}

// guessesName tells whether an element of an import path may be the package's name.
func guessesName(path, name string) bool {
	return slices.Contains(strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune("/.-", r) }), name)
}

func (f *forcer) literal(lit *ast.CompositeLit) bool {
	t := f.unit.info.TypeOf(lit)
	if t == nil {
		return false
	}
	field, named := textIn(t)
	if field == "" || named.Obj().Pkg() == f.unit.types {
		return false
	}
	return f.add(fmt.Sprintf("%s.%s{}", named.Obj().Pkg().Path(), named.Obj().Name()), " id="+field)
}

func namedOf(t types.Type) *types.Named {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, _ := types.Unalias(t).(*types.Named)
	if named == nil || named.Obj().Pkg() == nil {
		return nil
	}
	return named.Origin()
}

func isText(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Kind() == types.String
}

// textIn returns the first exported text in a struct that has a name.
func textIn(t types.Type) (field string, named *types.Named) {
	if named = namedOf(t); named == nil {
		return "", nil
	}
	s, ok := named.Underlying().(*types.Struct)
	if !ok {
		return "", nil
	}
	for f := range s.Fields() {
		if f.Exported() && isText(f.Type()) {
			return f.Name(), named
		}
	}
	return "", nil
}
