package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// A place is where a function holds a site, or names a function that does.
type place struct {
	decl   *declaration
	node   ast.Node
	callee types.Object // the function that is named, or nil
}

// maxChosen bounds how far above a site the choice may be made.
const maxChosen = 4

// maxAsked bounds the sites without an ID of one function that are looked at. Nobody writes that many.
const maxAsked = 100

// isChoice reports whether a site without an ID is one branch of a choice whose other branch names an identity: an early
// return, an else, another case, another function. The deployment decides between them.
func (v *visit) isChoice(s *site) bool {
	return v.chosen(place{decl: s.decl, node: s.node}, 0)
}

// chosen reports whether a place has an alternative that names an identity, or all places that call its function have.
func (v *visit) chosen(p place, depth int) bool {
	if v.hasAlternative(p) {
		return true
	}
	if depth == maxChosen || p.decl.obj == nil || len(v.mentioned[p.decl.obj]) == 0 {
		return false
	}
	for _, m := range v.mentioned[p.decl.obj] {
		if !v.chosen(place{m.decl, m.at, p.decl.obj}, depth+1) {
			return false
		}
	}
	return true
}

// hasAlternative reports whether a place of the same function names an identity, and no path runs through both.
func (v *visit) hasAlternative(p place) bool {
	named := v.namingPlaces(p.decl)
	if len(named) == 0 && len(v.alternatives) == 0 {
		return false
	}
	if v.isOneOf(p) {
		return true
	}
	if p.decl.asked++; len(named) > 0 && p.decl.asked > maxAsked {
		return true // not known
	}
	exclusion := v.exclusion(p)
	return slices.ContainsFunc(named, func(other place) bool {
		return other.node != p.node && v.alike(p, other) && (exclusion.excludes(other.node) || v.inMap(p, other) || v.isForEmpty(p))
	})
}

// namingPlaces lists the places of a function that may name an identity: its own sites, and functions that hold such sites, or
// call one that does.
func (v *visit) namingPlaces(d *declaration) []place {
	if v.naming == nil {
		v.naming = v.findNaming()
	}
	return v.naming[d]
}

func (v *visit) findNaming() map[*declaration][]place {
	out := make(map[*declaration][]place)
	var work []*declaration
	for _, s := range v.sites {
		if s.names() {
			out[s.decl] = append(out[s.decl], place{decl: s.decl, node: s.node})
			work = append(work, s.decl)
		}
	}
	const levels = 2
	for range levels {
		var next []*declaration
		done := make(map[*declaration]bool)
		for _, d := range work {
			if d.obj == nil || done[d] {
				continue
			}
			done[d] = true
			for _, m := range v.mentioned[d.obj] {
				out[m.decl] = append(out[m.decl], place{m.decl, m.at, d.obj})
				next = append(next, m.decl)
			}
		}
		work = next
	}
	return out
}

// names reports whether a site may name an identity. A request whose URL is not known may be any request.
func (s *site) names() bool {
	if s.sink.Rule == identity.IMDSURL {
		return slices.ContainsFunc(s.id, func(a atom) bool { return s.presence(a) == present })
	}
	p := s.overall()
	return p != absent && p != empty
}

// alike reports whether two places can be alternatives of each other: functions do the same if they return the same.
func (v *visit) alike(a, b place) bool {
	if a.callee == nil && b.callee == nil {
		return true
	}
	if a.callee == nil || b.callee == nil {
		callee := a.callee
		if callee == nil {
			callee = b.callee
		}
		return makesSomething(callee) || a.decl.obj != nil && shareReceiver(callee, a.decl.obj)
	}
	x, y := a.callee.(*types.Func).Signature(), b.callee.(*types.Func).Signature()
	return types.Identical(x.Results(), y.Results()) && (makesSomething(a.callee) || shareReceiver(a.callee, b.callee))
}

// makesSomething reports whether a function returns more than an error.
func makesSomething(fn types.Object) bool {
	for result := range fn.(*types.Func).Signature().Results().Variables() {
		basic, isBasic := result.Type().Underlying().(*types.Basic)
		if isBasic && basic.Kind() == types.Invalid || !isBasic && !types.Identical(result.Type().Underlying(), errorType()) {
			return true
		}
	}
	return false
}

func shareReceiver(a, b types.Object) bool {
	x, y := a.(*types.Func).Signature().Recv(), b.(*types.Func).Signature().Recv()
	return x != nil && y != nil && typeName(x.Type()) == typeName(y.Type())
}

// isOneOf reports whether a place is one of several functions that a call chooses from, another of which names an identity.
func (v *visit) isOneOf(p place) bool {
	for _, functions := range v.alternatives {
		holds := slices.ContainsFunc(functions, func(a atom) bool { return v.holds(a, p) })
		if holds && slices.ContainsFunc(functions, func(a atom) bool { return !v.holds(a, p) && v.namesIdentity(a) }) {
			return true
		}
	}
	return false
}

// holds reports whether a place is in a function.
func (v *visit) holds(fn atom, p place) bool {
	switch fn := fn.(type) {
	case closure:
		return isWithin(p.node.Pos(), fn.lit)
	case function:
		return p.decl.obj == fn.obj
	case method:
		return p.decl.obj == fn.obj
	}
	return false
}

// namesIdentity reports whether a function holds a place that names an identity.
func (v *visit) namesIdentity(fn atom) bool {
	for _, places := range v.naming {
		if slices.ContainsFunc(places, func(p place) bool { return v.holds(fn, p) }) {
			return true
		}
	}
	return false
}

// inMap reports whether two places stand in different elements of a map.
//
// Have: map[string]func() T{"a": func() T { … }, "b": func() T { … }}
func (v *visit) inMap(a, b place) bool {
	path := enclosing(a.decl.node(), a.node)
	for i, n := range path {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || !isWithin(b.node.Pos(), lit) {
			continue
		}
		_, syntax := lit.Type.(*ast.MapType)
		return (syntax || is[*types.Map](v, lit)) && i > 0 && !isWithin(b.node.Pos(), path[i-1])
	}
	return false
}

// isForEmpty reports whether a place is only reached where some text is empty.
//
// Have: if id == "" { place }; if id == "" && place
func (v *visit) isForEmpty(p place) bool {
	path := enclosing(p.decl.node(), p.node)
	for i, n := range path {
		switch n := n.(type) {
		case *ast.IfStmt:
			if path[i-1] == n.Body && v.testsEmpty(n.Cond, true) || path[i-1] == n.Else && v.testsEmpty(n.Cond, false) {
				return true
			}
		case *ast.BinaryExpr:
			if path[i-1] == n.Y && (n.Op == token.LAND && v.testsEmpty(n.X, true) || n.Op == token.LOR && v.testsEmpty(n.X, false)) {
				return true
			}
		case *ast.FuncLit, *ast.FuncDecl:
			return false
		}
	}
	return false
}

// testsEmpty reports whether some text is empty where cond is truth.
func (v *visit) testsEmpty(cond ast.Expr, truth bool) bool {
	e, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok {
		return false
	}
	if e.Op == token.LAND || e.Op == token.LOR {
		return (e.Op == token.LAND) == truth && (v.testsEmpty(e.X, truth) || v.testsEmpty(e.Y, truth))
	}
	if e.Op != token.EQL && e.Op != token.NEQ {
		return false
	}
	_, isNil := v.object(e.Y).(*types.Nil)
	return (e.Op == token.EQL) == truth && !isNil && v.isEmpty(e.Y)
}
