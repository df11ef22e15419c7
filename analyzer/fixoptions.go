package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// mendOptions gives a credential's options an ID.
func (e *editor) mendOptions(s *site, source idSource) bool {
	at := s.sink.Carrier
	call, isCall := s.node.(*ast.CallExpr)
	if !isCall || at.Argument >= len(call.Args) {
		return false
	}
	arg := optionsExpr(call, at)
	if arg == nil {
		return false
	}
	lit := e.literalOf(s, arg, at.Fields)
	id, field, ok := e.idValue(s, source, e.editAt(arg, lit))
	switch {
	case !ok:
		return false
	case e.isNew(arg) || e.isNil(arg):
		e.replace(arg.Pos(), arg.End(), e.newOptions(s, field, id))
		return true
	case lit != nil:
		return e.setField(lit, field, id)
	}
	return e.assignBefore(s, arg, field, id)
}

// editAt returns where the ID will stand: what it is written with must be in scope there.
func (e *editor) editAt(arg ast.Expr, lit *ast.CompositeLit) token.Pos {
	if lit != nil {
		return lit.Pos()
	}
	if stmt := e.statement(arg); stmt != nil && !e.isNew(arg) && !e.isNil(arg) {
		return stmt.Pos()
	}
	return arg.Pos()
}

// optionsExpr returns the argument or the receiver that carries the ID.
func optionsExpr(call *ast.CallExpr, at identity.Place) ast.Expr {
	if at.Argument >= 0 {
		return ast.Unparen(call.Args[at.Argument])
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return ast.Unparen(sel.X)
	}
	return nil
}

// newOptions writes &azidentity.ManagedIdentityCredentialOptions{ID: id}.
func (e *editor) newOptions(s *site, field, id string) string {
	return "&" + e.qualifySink(s, s.sink.Options, s.node.Pos()) + "{" + field + ": " + id + "}"
}

func (e *editor) isNil(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == "nil" && e.pkg.Info.Uses[id] != nil && e.pkg.Info.Uses[id].Pkg() == nil
}

// Have: new(T)
func (e *editor) isNew(x ast.Expr) bool {
	call, ok := x.(*ast.CallExpr)
	return ok && isBuiltin(e.object(call.Fun), "new") && len(call.Args) == 1 && e.isType(call.Args[0])
}

// assignBefore writes opts.ID = id before the statement of the sink, or opts = &T{ID: id} where opts is always nil.
func (e *editor) assignBefore(s *site, arg ast.Expr, field, id string) bool {
	if u, ok := arg.(*ast.UnaryExpr); ok && u.Op == token.AND {
		arg = ast.Unparen(u.X)
	}
	root := qualifier(arg)
	if root == nil || !isPlain(arg) {
		return false
	}
	obj := e.pkg.Info.ObjectOf(root)
	if obj == nil || isGlobal(obj) {
		return false
	}
	target, node := e.source(arg), e.firstUse(s)
	isNil := func(a atom) bool { return a == null{} || a == zero{} }
	switch {
	case !slices.ContainsFunc(s.options, isNil) || is[*types.Struct](e.visit, arg):
		return e.insertStatement(node, obj.Pos(), target+"."+field+" = "+id)
	case len(s.options.only(isNil)) == len(s.options) && s.sink.Options != "":
		return e.insertStatement(node, obj.Pos(), target+" = "+e.newOptions(s, field, id))
	}
	return false
}

// isPlain reports whether an expression is a variable or a field: it may be written twice, evaluating it does nothing else.
func isPlain(x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return isPlain(x.X)
	}
	return false
}

// firstUse returns the first call of the function that surely comes before a site and takes the same options: one assignment does
// for both, and two fixes that write it are one.
//
// Have: config.ServicePrincipalToken(); config.Authorizer()
func (e *editor) firstUse(s *site) ast.Expr {
	first := s.node
	around := e.path(s.node)
	for _, other := range e.sites {
		if other.decl != s.decl || other.sink.Package != s.sink.Package || other.node.Pos() >= first.Pos() || !e.sameOptions(s, other) {
			continue
		}
		if stmt := e.statement(other.node); stmt != nil && slices.Contains(around, e.path(stmt)[1]) {
			first = other.node
		}
	}
	return first
}

// sameOptions reports whether two sites have the ID in the same variable or field, to which nothing else was assigned in between.
func (e *editor) sameOptions(s, other *site) bool {
	a, isCall := s.node.(*ast.CallExpr)
	b, isOther := other.node.(*ast.CallExpr)
	if !isCall || !isOther {
		return false
	}
	x, y := optionsExpr(a, s.sink.Carrier), optionsExpr(b, other.sink.Carrier)
	if x == nil || y == nil || e.source(x) != e.source(y) || e.object(x) != e.object(y) {
		return false
	}
	same := true
	ast.Inspect(s.decl.node(), func(n ast.Node) bool {
		if assign, ok := n.(*ast.AssignStmt); ok && b.End() <= assign.Pos() && assign.End() <= a.Pos() {
			same = same && !slices.ContainsFunc(assign.Lhs, func(lhs ast.Expr) bool { return e.source(lhs) == e.source(x) })
		}
		return true
	})
	return same
}
