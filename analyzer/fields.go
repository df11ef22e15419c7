package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// fieldText returns what an unexported field of type string holds, if all of the package gives it constant addresses only: no
// other package can write to it.
//
// Have: &client{endpoint: "http://…"} in one function, c.endpoint in another
func (f *frame) fieldText(obj *types.Var) (value, bool) {
	obj = obj.Origin()
	if obj.Exported() || obj.Pkg() != f.pkg.Types || !isString(obj.Type()) {
		return nil, false
	}
	if f.fieldWrites == nil {
		f.fieldWrites = f.findFieldWrites()
	}
	var out value
	for _, e := range f.fieldWrites[obj] {
		if e == nil {
			return nil, false
		}
		quiet := &frame{visit: f.visit, decl: f.decl, mem: newMemory(), outcome: &outcome{}}
		for _, a := range quiet.eval(e) {
			t, ok := a.(text)
			if s, isConstant := constantText(t.s); !ok || !isConstant || !strings.Contains(s, "/") {
				return nil, false
			}
			out = join(out, value{t})
		}
	}
	return out, len(out) > 0
}

// findFieldWrites lists what each field of the package's structs is given, nil for what is not an expression.
func (v *visit) findFieldWrites() map[*types.Var][]ast.Expr {
	writes := make(map[*types.Var][]ast.Expr)
	note := func(name ast.Expr, e ast.Expr) {
		if sel, ok := ast.Unparen(name).(*ast.SelectorExpr); ok {
			name = sel.Sel
		}
		id, ok := ast.Unparen(name).(*ast.Ident)
		if !ok {
			return
		}
		if field, ok := v.pkg.Info.ObjectOf(id).(*types.Var); ok && field.IsField() {
			writes[field.Origin()] = append(writes[field.Origin()], e)
		}
	}
	for _, file := range v.pkg.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CompositeLit:
				v.noteElements(n, writes)
			case *ast.KeyValueExpr:
				note(n.Key, n.Value)
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					if n.Tok == token.ASSIGN && len(n.Lhs) == len(n.Rhs) {
						note(lhs, n.Rhs[i])
					} else {
						note(lhs, nil)
					}
				}
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					note(n.X, nil)
				}
			case *ast.RangeStmt:
				note(n.Key, nil)
				note(n.Value, nil)
			}
			return true
		})
	}
	return writes
}

// Have: client{"http://…", 3}
func (v *visit) noteElements(lit *ast.CompositeLit, writes map[*types.Var][]ast.Expr) {
	t := v.typeOf(lit)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if _, keyed := e.(*ast.KeyValueExpr); !keyed && i < s.NumFields() {
			writes[s.Field(i).Origin()] = append(writes[s.Field(i).Origin()], e)
		}
	}
}
