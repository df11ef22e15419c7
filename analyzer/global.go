package analyzer

import (
	"go/ast"
	"go/types"
)

// A globalVar is a package-level variable.
type globalVar struct {
	spec    *ast.ValueSpec
	index   int
	written bool    // somewhere else than in its declaration, or it can be: it is exported
	value   value   // nil until it is asked for
	mem     *memory // what the value refers to
}

func (v *visit) noteGlobals(decl *ast.GenDecl) {
	for _, spec := range decl.Specs {
		spec := spec.(*ast.ValueSpec)
		for i, name := range spec.Names {
			if obj := v.pkg.Info.Defs[name]; obj != nil {
				v.globals[obj] = &globalVar{spec: spec, index: i, written: obj.Exported()}
			}
		}
	}
}

// global returns the content of a package-level variable that only its declaration writes, and unknown for all others.
func (f *frame) global(obj *types.Var) value {
	g := f.globals[obj]
	if g == nil {
		return value{opaque{origin{fromField, obj.Name()}}}
	}
	f.findGlobalWrites()
	if g.written {
		return value{opaque{origin{fromField, obj.Name()}}}
	}
	if g.value == nil {
		g.value = unknown() // for an initialiser that needs itself
		f.initial(g)
	}
	if isString(obj.Type()) && len(g.value.only(isMissing)) == len(g.value) {
		return unknown() // go build -ldflags=-X sets such variables
	}
	if g.mem != nil {
		g.mem.each(func(base any, held *contents) {
			if f.mem.at(base) == nil {
				f.mem.set(base, held)
			}
		})
	}
	return g.value
}

// initial evaluates the initialiser of a package-level variable, with what it allocates.
func (f *frame) initial(g *globalVar) {
	switch {
	case len(g.spec.Values) == 0:
		g.value = value{zero{}}
	case len(g.spec.Values) == len(g.spec.Names):
		quiet := &frame{visit: f.visit, decl: f.decl, mem: f.newMemory(), outcome: &outcome{}}
		g.value = quiet.eval(g.spec.Values[g.index])
		g.mem = quiet.mem.reachable([]value{g.value}, f.captureBases)
	}
}

// findGlobalWrites marks the package-level variables that some function may write to: it does, or it hands on what they
// refer to.
func (v *visit) findGlobalWrites() {
	if v.globalsDone {
		return
	}
	v.globalsDone = true
	naming := make(map[*declaration]bool) // the functions that name such variables
	for obj := range v.globals {
		for _, d := range v.mentioning(obj) {
			naming[d] = d.syntax != nil
		}
	}
	for d, isFunction := range naming {
		if !isFunction {
			continue
		}
		for obj := range v.writes(d) {
			if g := v.globals[obj]; g != nil {
				g.written = true
			}
		}
		for _, obj := range v.handedOn(d) {
			v.globals[obj].written = true
		}
	}
}

// readText returns the list or map of which a string is read: an element that is a pointer would be handed on.
//
// Have: m[k], for _, s := range m
func (v *visit) readText(n ast.Node) ast.Expr {
	switch n := n.(type) {
	case *ast.IndexExpr:
		if isString(v.typeOf(n)) {
			return n.X
		}
	case *ast.RangeStmt:
		if n.Value == nil || isString(v.typeOf(n.Value)) {
			return n.X
		}
	}
	return nil
}

// handedOn lists the package-level variables of a function that are not plain strings, numbers or booleans, and that it uses
// in another way than to read a field or to give them to a sink.
func (v *visit) handedOn(d *declaration) []types.Object {
	harmless := make(map[*ast.Ident]bool)
	mark := func(e ast.Expr) {
		if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok {
			e = u.X
		}
		if id, ok := ast.Unparen(e).(*ast.Ident); ok {
			harmless[id] = true
		}
	}
	var out []types.Object
	ast.Inspect(d.node(), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			mark(n.Fun)
			if v.checker.table.HasName(calleeName(n.Fun), 0) {
				for _, arg := range n.Args {
					mark(arg)
				}
			}
		case *ast.StarExpr:
			mark(n.X)
		case *ast.IndexExpr, *ast.RangeStmt:
			mark(v.readText(n))
		case *ast.SelectorExpr:
			if s := v.pkg.Info.Selections[n]; s != nil && s.Kind() == types.FieldVal {
				mark(n.X)
			}
		case *ast.Ident:
			obj := v.pkg.Info.Uses[n]
			if v.globals[obj] == nil || harmless[n] {
				return true
			}
			if _, basic := obj.Type().Underlying().(*types.Basic); !basic {
				out = append(out, obj)
			}
		}
		return true
	})
	return out
}
