package analyzer

import (
	"go/ast"
	"go/token"
	"regexp"

	"github.com/whichid/whichid/analyzer/identity"
)

// saysSystem reports whether the function, a case or a condition around a site says in its own words that the
// system-assigned identity is meant.
func (v *visit) saysSystem(s *site) bool {
	path := enclosing(s.decl.node(), s.node)
	word := regexp.MustCompile(identity.SystemWord)
	for i, n := range path {
		var names []ast.Expr
		switch n := n.(type) {
		case *ast.FuncDecl:
			names = []ast.Expr{n.Name}
		case *ast.CaseClause:
			names = n.List
		case *ast.IfStmt:
			if i > 0 && path[i-1] == n.Body {
				names = []ast.Expr{n.Cond}
			}
		}
		for _, e := range names {
			if says(e, word) {
				return true
			}
		}
	}
	return false
}

// says reports whether a name or a string in e matches word, and is not negated.
func says(e ast.Expr, word *regexp.Regexp) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			return n.Op != token.NOT
		case *ast.BinaryExpr:
			return n.Op != token.NEQ
		case *ast.Ident:
			found = found || word.MatchString(n.Name)
		case *ast.BasicLit:
			found = found || word.MatchString(n.Value)
		}
		return true
	})
	return found
}
