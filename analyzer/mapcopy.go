package analyzer

import (
	"go/ast"
	"go/types"
	"slices"
)

// This room copies maps into each other. What a caller gives is copied when it is known.

// Have: maps.Copy(q, other)
func copyMap(f *frame, c *call) []value {
	f.copyInto(deref(c.arg(0)), c.arg(1))
	return nil
}

// copyInto copies all entries of a map to others.
func (f *frame) copyInto(maps []cell, entries value) {
	if len(entries.only(isMissing)) == len(entries) {
		return
	}
	from := deref(entries)
	for _, at := range maps {
		given := as[parameter](entries)
		switch {
		case len(given) == 1 && len(entries) == 1:
			rest := cell{at.base, at.path.key(anyOtherKey)}
			f.mem.store(rest, addQuery(f.mem.load(rest), given[0]))
		case len(from) == 1 && len(entries) == 1 && f.isWhole(from[0]):
			for _, key := range f.allKeys(from[0]) {
				f.mem.store(cell{at.base, at.path.key(key)}, f.mem.load(cell{from[0].base, from[0].path.key(key)}))
			}
		default:
			f.mem.store(at, unknown())
		}
	}
}

// addQuery adds the entries of a map that a caller gives to what is known of the keys that nobody wrote.
func addQuery(rest value, given parameter) value {
	added := hole(parameter{given.index, given.path + queryOf})
	return rest.each(func(a atom) value {
		if a == (zero{}) || a == (null{}) {
			return value{text{s: added}}
		}
		return asText(wholeQuery(a), 0).each(func(a atom) value {
			t := a.(text)
			t.s += "&" + added
			return value{t}
		})
	})
}

// isParameter reports whether a text is all of what a caller gives.
func isParameter(template string) bool {
	all := pieces(template)
	if len(all) != 1 {
		return false
	}
	_, ok := all[0].hole.(parameter)
	return ok
}

// copied takes a loop that does nothing but copy a map that the caller gives for what it does in the end, and reports whether it
// is one. Once around and not at all are the same then.
//
// Have: for k, v := range other { q.Set(k, v) }
func (f *frame) copied(s ast.Stmt) bool {
	loop, ok := s.(*ast.RangeStmt)
	if !ok || len(loop.Body.List) != 1 || !is[*types.Map](f.visit, loop.X) {
		return false
	}
	to := f.copiedTo(loop)
	if to == nil {
		return false
	}
	targets, entries := deref(f.eval(to)), f.eval(loop.X)
	if len(targets) == 0 || len(as[parameter](entries)) != len(entries) {
		return false
	}
	f.copyInto(targets, entries)
	return true
}

// copiedTo returns the map that a loop copies every entry to, or nil.
func (f *frame) copiedTo(loop *ast.RangeStmt) ast.Expr {
	to, key, element := f.stored(loop.Body.List[0])
	if lit, ok := element.(*ast.CompositeLit); ok && len(lit.Elts) == 1 {
		element = lit.Elts[0] // q[k] = []string{v}
	}
	if to == nil || !f.isSame(key, loop.Key) || !f.isSame(element, loop.Value) {
		return nil
	}
	return to
}

// stored returns what a statement stores into a map, or nothing.
//
// Have: q.Set(k, v); q.Add(k, v); q[k] = v
func (f *frame) stored(s ast.Stmt) (to, key, element ast.Expr) {
	switch n := s.(type) {
	case *ast.ExprStmt:
		call, ok := n.X.(*ast.CallExpr)
		if !ok || len(call.Args) != 2 {
			return nil, nil, nil
		}
		sel, isMethod := call.Fun.(*ast.SelectorExpr)
		method, ok := f.object(call.Fun).(*types.Func)
		if ok && isMethod && slices.Contains([]string{"Set", "Add"}, method.Name()) && funcOf(method).Package == "net/url" {
			return sel.X, call.Args[0], call.Args[1]
		}
	case *ast.AssignStmt:
		if index, ok := n.Lhs[0].(*ast.IndexExpr); ok && len(n.Rhs) == 1 {
			return index.X, index.Index, n.Rhs[0]
		}
	}
	return nil, nil, nil
}

func (v *visit) isSame(x, y ast.Expr) bool {
	a, isName := x.(*ast.Ident)
	return isName && y != nil && v.object(a) != nil && v.object(a) == v.object(y)
}
