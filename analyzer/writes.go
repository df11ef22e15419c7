package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
)

// writes lists the variables that a function writes to, or lets others write to: assignments to them or to a part of them, and
// &x.
func (v *visit) writes(d *declaration) map[types.Object]writing {
	if d.writes != nil {
		return d.writes
	}
	d.writes = make(map[types.Object]writing)
	deferred := token.NoPos // the end of the deferred call that is looked at
	note := func(e ast.Expr) {
		id := qualifier(ast.Unparen(e))
		if id == nil {
			return
		}
		if obj := v.pkg.Info.ObjectOf(id); obj != nil {
			w := d.writes[obj]
			d.writes[obj] = writing{last: max(w.last, e.Pos()), deferred: w.deferred || e.Pos() < deferred}
		}
	}
	ast.Inspect(d.node(), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.DeferStmt:
			deferred = max(deferred, n.End())
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				note(lhs)
			}
		case *ast.IncDecStmt:
			note(n.X)
		case *ast.RangeStmt:
			note(n.Key)
			note(n.Value)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				note(n.X)
			}
		}
		return true
	})
	return d.writes
}
