package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/cfg"
)

// Some loops do nothing but copy a map, mostly into the query of a request. One is understood as a whole, so that a map that is
// a parameter stays one.

// A copyLoop is a loop over a map that copies all of it.
type copyLoop struct {
	from ast.Expr
	to   ast.Expr
	full bool // what is empty is left out
}

// copyLoopAt returns the loop that a block is the head of, if it copies a map.
func (f *frame) copyLoopAt(b *cfg.Block) (copyLoop, bool) {
	loop, ok := b.Stmt.(*ast.RangeStmt)
	if !ok || b.Kind != cfg.KindRangeLoop || !is[*types.Map](f.visit, loop.X) || len(loop.Body.List) != 1 {
		return copyLoop{}, false
	}
	key, val := f.object(loop.Key), f.object(loop.Value)
	if key == nil || val == nil {
		return copyLoop{}, false
	}
	l := copyLoop{from: loop.X}
	stmt := loop.Body.List[0]
	if branch, isIf := stmt.(*ast.IfStmt); isIf && f.isFull(branch, val) {
		l.full, stmt = true, branch.Body.List[0]
	}
	to, k, v := f.keyWritten(stmt)
	l.to = to
	return l, to != nil && f.object(k) == key && f.isElement(v, val)
}

// Have: if v != "" { … }
func (f *frame) isFull(branch *ast.IfStmt, val types.Object) bool {
	cond, ok := ast.Unparen(branch.Cond).(*ast.BinaryExpr)
	if !ok || cond.Op != token.NEQ || branch.Init != nil || branch.Else != nil || len(branch.Body.List) != 1 {
		return false
	}
	empty, ok := ast.Unparen(cond.Y).(*ast.BasicLit)
	return ok && empty.Value == `""` && f.object(cond.X) == val
}

// keyWritten returns the map that a statement writes to, the key and the element.
//
// Have: q.Set(k, v); q.Add(k, v); m[k] = v
func (f *frame) keyWritten(stmt ast.Stmt) (to, key, val ast.Expr) {
	switch stmt := stmt.(type) {
	case *ast.ExprStmt:
		call, ok := stmt.X.(*ast.CallExpr)
		if !ok || len(call.Args) != 2 {
			return nil, nil, nil
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		method, known := f.object(call.Fun).(*types.Func)
		if !ok || !known {
			return nil, nil, nil
		}
		if name := funcOf(method); name.Package == "net/url" && name.Receiver == "Values" && (name.Name == "Set" || name.Name == "Add") {
			return sel.X, call.Args[0], call.Args[1]
		}
	case *ast.AssignStmt:
		if len(stmt.Lhs) != 1 || len(stmt.Rhs) != 1 || stmt.Tok != token.ASSIGN {
			return nil, nil, nil
		}
		if at, ok := ast.Unparen(stmt.Lhs[0]).(*ast.IndexExpr); ok && is[*types.Map](f.visit, at.X) {
			return at.X, at.Index, stmt.Rhs[0]
		}
	}
	return nil, nil, nil
}

// isElement reports whether an expression is what a loop takes from its map, or the first of it.
//
// Have: v, v[0], []string{v}, fmt.Sprint(v), []string{fmt.Sprint(v)}
func (f *frame) isElement(e ast.Expr, val types.Object) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return f.object(e) == val
	case *ast.IndexExpr:
		first, ok := e.Index.(*ast.BasicLit)
		return ok && first.Value == "0" && f.object(e.X) == val
	case *ast.CompositeLit:
		return len(e.Elts) == 1 && f.isElement(e.Elts[0], val)
	case *ast.CallExpr:
		name, ok := f.unresolved(e.Fun)
		return ok && name.Package == "fmt" && name.Name == "Sprint" && len(e.Args) == 1 && f.object(e.Args[0]) == val
	}
	return false
}

// copy does what the loop does.
func (f *frame) copy(l copyLoop) { f.copyKeys(f.eval(l.from), f.eval(l.to), l.full) }

// copyKeys writes all that a map holds into others. What a caller's map may hold replaces nothing that is known to be there.
func (f *frame) copyKeys(from, to value, full bool) {
	source := deref(from)
	if len(from.only(isMissing)) == len(from) {
		return
	}
	for _, at := range deref(to) {
		if given := as[parameter](from); len(given) == 1 && len(from) == 1 && !full && !f.isWhole(at) {
			rest := cell{at.base, at.path.key(anyOtherKey)}
			f.mem.store(rest, addQuery(f.mem.load(rest), given[0]))
			continue
		}
		if len(source) != 1 || len(from) != 1 || !f.isWhole(at) {
			f.mem.store(at, unknown())
			continue
		}
		before := make(map[string]value)
		for _, key := range f.allKeys(at) {
			before[key] = f.mem.load(cell{at.base, at.path.key(key)})
		}
		f.mem.store(at, f.mem.load(source[0]))
		for key, old := range before {
			target := cell{at.base, at.path.key(key)}
			f.mem.store(target, replaced(old, f.mem.load(target)))
		}
		if full {
			f.dropEmpty(at)
		}
	}
}

// replaced returns what is under a key that had a value and may get another one.
func replaced(old, by value) value {
	given := by.only(func(a atom) bool { _, ask := a.(parameter); return !ask && a != zero{} && a != null{} })
	switch {
	case len(old.only(isMissing)) == len(old):
		return by
	case len(given) == len(by):
		return by
	}
	return join(old, given)
}

// dropEmpty leaves out what is an empty string.
func (f *frame) dropEmpty(at cell) {
	for _, key := range f.allKeys(at) {
		target := cell{at.base, at.path.key(key)}
		f.mem.store(target, f.mem.load(target).each(func(a atom) value {
			if isMissing(a) {
				return value{zero{}}
			}
			return value{a}
		}))
	}
}

// addQuery adds the entries of a map that a caller gives to what is known of the keys that nobody wrote.
func addQuery(rest value, given parameter) value {
	added := hole(parameter{given.index, given.path + queryOf})
	return rest.each(func(a atom) value {
		return asText(wholeQuery(a), token.NoPos).each(func(a atom) value {
			t := a.(text)
			t.s += "&" + added
			return value{t}
		})
	})
}
