package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// fieldText returns what an unexported field of type string holds, if all of the package gives it constant addresses, or the one that
// App Service gives in the environment: no other package can write to it.
//
// Have: &client{endpoint: "http://…"} or &client{endpoint: os.Getenv("IDENTITY_ENDPOINT")} in one function, c.endpoint in another
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
		quiet := &frame{visit: f.visit, decl: f.decl, mem: f.newMemory(), outcome: &outcome{}}
		for _, a := range quiet.eval(e) {
			if !isAddress(a) {
				return nil, false
			}
			out = join(out, value{a})
		}
	}
	return out, len(out) > 0
}

func isAddress(a atom) bool {
	switch a := a.(type) {
	case text:
		s, isConstant := constantText(a.s)
		return isConstant && strings.Contains(s, "/")
	case opaque:
		return a.origin.kind == fromEnv && identity.IsAppServiceEndpoint(a.origin.name)
	}
	return false
}

// fieldWrites are what each field of the package's structs is given, nil for what is not an expression.
type fieldWrites map[*types.Var][]ast.Expr

func (v *visit) findFieldWrites() fieldWrites {
	writes := make(fieldWrites)
	for _, file := range v.pkg.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CompositeLit:
				v.noteElements(n, writes)
			case *ast.KeyValueExpr:
				v.noteField(n.Key, n.Value, writes)
			case *ast.AssignStmt:
				v.noteAssigned(n, writes)
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					v.noteField(n.X, nil, writes)
				}
			case *ast.RangeStmt:
				v.noteField(n.Key, nil, writes)
				v.noteField(n.Value, nil, writes)
			}
			return true
		})
	}
	return writes
}

// noteField notes that a field, if name denotes one, is given e.
func (v *visit) noteField(name, e ast.Expr, writes fieldWrites) {
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

// Have: c.endpoint = "http://…"
func (v *visit) noteAssigned(n *ast.AssignStmt, writes fieldWrites) {
	for i, lhs := range n.Lhs {
		if n.Tok == token.ASSIGN && len(n.Lhs) == len(n.Rhs) {
			v.noteField(lhs, n.Rhs[i], writes)
		} else {
			v.noteField(lhs, nil, writes)
		}
	}
}

// Have: client{"http://…", 3}
func (v *visit) noteElements(lit *ast.CompositeLit, writes fieldWrites) {
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
