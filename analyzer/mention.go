package analyzer

import (
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// A mention is where a declaration names a function or a variable of the package.
type mention struct {
	decl *declaration
	at   *ast.Ident
}

// mentioning lists the declarations that name a function or a variable.
func (v *visit) mentioning(obj types.Object) []*declaration {
	var out []*declaration
	for _, m := range v.mentioned[obj] {
		out = append(out, m.decl)
	}
	return out
}

// variables lists the names that a declaration of variables declares.
func variables(d *declaration) []*ast.Ident {
	if d.inits == nil {
		return nil
	}
	var out []*ast.Ident
	for _, spec := range d.inits.Specs {
		out = append(out, spec.(*ast.ValueSpec).Names...)
	}
	return out
}

// markers tells what the package can hold besides calls of known libraries.
func (v *visit) markers() identity.Need {
	found := identity.Irrelevant
	for _, s := range v.pkg.Summaries {
		if s.Matter() && slices.ContainsFunc(slices.Collect(maps.Values(s.functions)), (*summary).returnsURL) {
			found |= identity.NeedToken
		}
	}
	return found | markersIn(v.pkg, v.checker.needs(v.pkg))
}

// mentions reports whether a declaration names a sink, or a function of another package that passes an ID on, and notes the
// functions of the package that it names.
func (v *visit) mentions(d *declaration) bool {
	found := false
	ast.Inspect(d.node(), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			obj := v.pkg.Info.Uses[n]
			found = found || v.namesSink(n, obj)
			v.noteMention(d, n, obj)
		case *ast.SelectorExpr:
			found = found || v.namesUnknown(n)
		}
		return true
	})
	return found
}

// namesSink reports whether a name may be that of a function or struct of the table, of a field that turns managed identity on,
// of a function that sends requests, or of one in another package that passes an ID on. A URL that another package keeps counts.
func (v *visit) namesSink(id *ast.Ident, obj types.Object) bool {
	if v.mayRequest(identity.Func{Name: id.Name}) && v.namesRequest(obj) {
		return v.pkg.Info.Defs[id] == nil
	}
	return v.isSink(id.Name, obj) && v.pkg.Info.Defs[id] == nil // else an embedded field, which has an object of either kind
}

func (v *visit) isSink(name string, obj types.Object) bool {
	table := v.checker.table
	named := table.HasName(name, v.marked)
	switch obj := obj.(type) {
	case *types.Func:
		return named && table.Reports(funcOf(obj.Origin()), v.directed) || v.passesOn(obj.Origin())
	case *types.TypeName:
		return named && table.Reports(typeName(obj.Type()), v.directed)
	case *types.Var: // a field; rows for structs do not apply in their own package
		return named && obj.Pkg() != nil && obj.Pkg() != v.pkg.Types && table.Import(importPath(obj.Pkg())) != identity.Irrelevant
	case *types.Const:
		val := obj.Val()
		return v.marked&identity.NeedToken == 0 && val.Kind() == constant.String && isDecisive(constant.StringVal(val))
	}
	return false
}

// namesUnknown reports whether a name is that of a function or struct of the table, in a package whose declarations are not known.
func (v *visit) namesUnknown(sel *ast.SelectorExpr) bool {
	if v.pkg.Info.Uses[sel.Sel] != nil || !v.checker.table.HasName(sel.Sel.Name, v.marked) {
		return false
	}
	name, ok := v.unresolved(sel)
	return ok && v.checker.table.Reports(name, v.directed)
}

// namesRequest reports whether a name, which some function that sends requests has too, is such a function's.
func (v *visit) namesRequest(obj types.Object) bool {
	switch obj := obj.(type) {
	case nil:
		return true
	case *types.Func:
		name := funcOf(obj.Origin())
		return v.mayRequest(name) || name.Receiver != "" && v.mayRequest(identity.Func{Receiver: anyType, Name: name.Name})
	case *types.TypeName:
		return v.mayRequest(typeName(obj.Type()))
	}
	return false
}

func (v *visit) mayRequest(name identity.Func) bool {
	return v.marked != 0 && v.marked&v.checker.requests[name] != 0
}

// passesOn reports whether a function of another package passes an ID on.
func (v *visit) passesOn(fn *types.Func) bool {
	if fn.Pkg() == v.pkg.Types {
		return false
	}
	s := v.foreign(funcOf(fn))
	return s != nil && len(s.wrapped) > 0
}

// noteMention notes that a declaration names a function or a variable of the package.
func (v *visit) noteMention(d *declaration, id *ast.Ident, named types.Object) {
	switch obj := named.(type) {
	case *types.Func:
		if obj = obj.Origin(); obj.Pkg() == v.pkg.Types && v.decls[obj] != d {
			v.mentioned[obj] = append(v.mentioned[obj], mention{d, id})
		}
		if recv := obj.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			v.interfaceCalls[obj.Name()] = append(v.interfaceCalls[obj.Name()], d)
		}
	case *types.Var:
		if v.globals[obj] != nil {
			v.mentioned[obj] = append(v.mentioned[obj], mention{d, id})
		}
	}
}
