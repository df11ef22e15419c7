package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// isCertain reports whether every call of the function that holds a site reaches it, but for errors: then, and only then, a
// caller that gives no ID is to blame. A switch over the kind of login decides what the caller never sees.
func (v *visit) isCertain(s *site) bool {
	if s.decl.syntax == nil {
		return false
	}
	path := enclosing(s.decl.node(), s.node)
	for i, n := range path {
		switch n := n.(type) {
		case *ast.CaseClause, *ast.CommClause, *ast.FuncLit:
			return false
		case *ast.IfStmt:
			inBranch := path[i-1] == n.Body || path[i-1] == n.Else
			if inBranch && !s.isGuard(n) {
				return false
			}
		case *ast.BlockStmt:
			for _, stmt := range n.List {
				if stmt.End() <= s.node.Pos() && v.mayEnd(stmt) && !s.isGuard(stmt) {
					return false
				}
			}
		case *ast.FuncDecl:
			return !s.guarded || v.hasNamelessBranch(s)
		}
	}
	return false
}

// hasNamelessBranch reports whether another branch of the function asks for a token without an ID: an empty ID goes there.
func (v *visit) hasNamelessBranch(s *site) bool {
	exclusion := v.exclusion(place{decl: s.decl, node: s.node})
	return slices.ContainsFunc(v.sites, func(other *site) bool {
		return other.decl == s.decl && other.overall() == absent && exclusion.excludes(other.node)
	})
}

// isGuard reports whether a statement asks if the very ID of the site is empty, and notes that: a caller without an ID then
// gets what the other branch does.
//
// Have: if id == "" { … }; sink(id)
func (s *site) isGuard(stmt ast.Stmt) bool {
	branch, ok := stmt.(*ast.IfStmt)
	if !ok {
		return false
	}
	cond, ok := ast.Unparen(branch.Cond).(*ast.BinaryExpr)
	call, isCall := s.node.(*ast.CallExpr)
	at := s.sink.Carrier
	if !ok || !isCall || len(at.Fields) > 0 || at.Argument < 0 || at.Argument >= len(call.Args) {
		return false
	}
	empty, ok := ast.Unparen(cond.Y).(*ast.BasicLit)
	if !ok || empty.Value != `""` || types.ExprString(cond.X) != types.ExprString(call.Args[at.Argument]) {
		return false
	}
	s.guarded = true
	return true
}

// mayEnd reports whether a statement may end the function other than with an error.
func (v *visit) mayEnd(stmt ast.Stmt) bool {
	found := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = found || !v.returnsError(n)
		case *ast.BranchStmt:
			found = found || n.Label != nil
		}
		return !found
	})
	return found
}

// Have: return T{}, err
func (v *visit) fails(n *ast.ReturnStmt) bool {
	return v.returnsError(n) && !slices.ContainsFunc(n.Results[:len(n.Results)-1], func(e ast.Expr) bool { return !v.isZero(e) })
}

// Have: nil, "", T{}, &T{}
func (v *visit) isZero(e ast.Expr) bool {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = u.X
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return e.Value == `""` || e.Value == "0"
	case *ast.CompositeLit:
		return len(e.Elts) == 0
	}
	_, isNil := v.object(e).(*types.Nil)
	return isNil
}

// Have: return nil, err
func (v *visit) returnsError(n *ast.ReturnStmt) bool {
	if len(n.Results) == 0 {
		return false
	}
	last := n.Results[len(n.Results)-1]
	if call, ok := ast.Unparen(last).(*ast.CallExpr); ok && v.decls[v.object(call.Fun)] != nil {
		return false // it may return nil as well
	}
	if _, isNil := v.object(last).(*types.Nil); isNil {
		return false
	}
	t := v.typeOf(last)
	if t == nil { // what comes from a package whose types are not known
		t = v.lastResult(n)
	}
	return t != nil && (types.Implements(t, errorType()) || types.Identical(t.Underlying(), errorType()))
}

// lastResult returns the declared type of what a statement returns last, or nil where it is not known, or one call returns all.
func (v *visit) lastResult(n *ast.ReturnStmt) types.Type {
	for _, outer := range enclosing(v.declarationAt(n.Pos()).node(), n) {
		signature, _ := functionOf(outer)
		if signature == nil {
			continue
		}
		if results := signature.Results; results.NumFields() == len(n.Results) {
			return v.typeOf(results.List[len(results.List)-1].Type)
		}
		return nil
	}
	return nil
}

func errorType() *types.Interface {
	return types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
}
