package analyzer

import (
	"go/ast"
	"go/token"
	"slices"
)

// literalOf returns the literal that made the options, if it is in this file and nothing replaced it on the way to the sink.
func (e *editor) literalOf(s *site, arg ast.Expr, fields []string) *ast.CompositeLit {
	if u, ok := arg.(*ast.UnaryExpr); ok && u.Op == token.AND {
		arg = ast.Unparen(u.X)
	}
	if lit, ok := arg.(*ast.CompositeLit); ok {
		return lit
	}
	if len(s.options) != 1 {
		return nil
	}
	r, ok := s.options[0].(ref)
	if !ok || r.path != "" {
		return nil
	}
	base := made(r.base)
	lit, ok := base.(*ast.CompositeLit)
	if !ok {
		lit = e.definition(base, s)
	}
	if lit == nil || !e.inFile(lit.Pos()) {
		return nil
	}
	if id, ok := arg.(*ast.Ident); ok && e.isReplaced(s, id, fields) {
		return nil
	}
	return lit
}

// made returns the syntax that allocated a base, in whichever function.
func made(base any) any {
	if inner, ok := base.(instance); ok {
		return made(inner.base)
	}
	return base
}

// definition returns the literal of x := T{...} or var x = T{...}, for a variable that is declared so.
func (e *editor) definition(base any, s *site) *ast.CompositeLit {
	var found *ast.CompositeLit
	ast.Inspect(s.decl.node(), func(n ast.Node) bool {
		var names, values []ast.Expr
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				names, values = n.Lhs, n.Rhs
			}
		case *ast.ValueSpec:
			for _, name := range n.Names {
				names = append(names, name)
			}
			values = n.Values
		}
		for i, name := range names {
			if id, ok := name.(*ast.Ident); ok && len(names) == len(values) && any(e.pkg.Info.Defs[id]) == base {
				found, _ = ast.Unparen(values[i]).(*ast.CompositeLit)
			}
		}
		return true
	})
	return found
}

// isReplaced reports whether a function assigns to the variable, to what it points to, or to its ID, besides declaring it.
func (e *editor) isReplaced(s *site, id *ast.Ident, fields []string) bool {
	obj := e.pkg.Info.ObjectOf(id)
	replaced := false
	ast.Inspect(s.decl.node(), func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok {
			return true
		}
		for _, lhs := range assign.Lhs {
			root, sel := ast.Unparen(lhs), ""
			switch x := root.(type) {
			case *ast.StarExpr:
				root = ast.Unparen(x.X)
			case *ast.SelectorExpr:
				root, sel = ast.Unparen(x.X), x.Sel.Name
			}
			target, isName := root.(*ast.Ident)
			isID := sel == "" || slices.Contains(fields, sel)
			replaced = replaced || isName && isID && obj != nil && e.pkg.Info.Uses[target] == obj
		}
		return true
	})
	return replaced
}
