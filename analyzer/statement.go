package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// node traces one node of a control-flow graph: a statement without inner control flow, or an expression.
func (f *frame) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		f.assign(n)
	case *ast.ValueSpec:
		f.declare(n)
	case *ast.ExprStmt:
		f.eval(n.X)
	case *ast.ReturnStmt:
		f.leave(f.returned(n), f.fails(n))
	case *ast.GoStmt:
		f.later(n.Call, false)
	case *ast.DeferStmt:
		f.later(n.Call, true)
	case *ast.SendStmt:
		f.eval(n.Chan)
		f.forget(f.eval(n.Value))
	case *ast.IncDecStmt:
		f.storeTo(n.X, unknown())
	case ast.Expr:
		f.eval(n)
	}
}

// Have: x, y = a, b; x := f(); x += a
func (f *frame) assign(n *ast.AssignStmt) {
	if n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
		old, add := f.eval(n.Lhs[0]), f.eval(n.Rhs[0])
		sum := unknown()
		if n.Tok == token.ADD_ASSIGN && f.isText(n.Lhs[0], old, add) {
			sum = concat(asText(old, n.Lhs[0].Pos()), asText(add, n.Rhs[0].Pos()))
		}
		f.storeTo(n.Lhs[0], sum)
		return
	}
	values := f.evalAll(n.Rhs, len(n.Lhs))
	for i, lhs := range n.Lhs {
		f.storeTo(lhs, values[i])
	}
}

// Have: var x, y T = a, b
func (f *frame) declare(n *ast.ValueSpec) {
	if len(n.Values) == 0 {
		for _, name := range n.Names {
			content := value{zero{}}
			if f.typeOf(name) == nil {
				content = unknown() // it may embed what other names reach
			}
			f.storeTo(name, content)
		}
		return
	}
	values := f.evalAll(n.Values, len(n.Names))
	for i, name := range n.Names {
		f.storeTo(name, values[i])
	}
}

// Have: for k, v := range x
func (f *frame) rangeOver(n *ast.RangeStmt) {
	element := unknown()
	x := f.eval(n.X)
	for _, c := range as[closure](x) { // an iterator may write to what it captures
		f.inline(c, nil)
	}
	if list, ok := f.list(x); ok && (len(list) > 0 || is[*types.Slice](f.visit, n.X)) {
		element = value{}
		for _, v := range list {
			element = join(element, v)
		}
	} else if is[*types.Array](f.visit, n.X) && slices.Equal(x, value{zero{}}) {
		element = x
	}
	keys := unknown()
	if m := deref(x); is[*types.Map](f.visit, n.X) && len(m) == 1 && len(x) == 1 && f.isWhole(m[0]) {
		keys, element = f.entries(m[0], n.X.Pos())
	}
	if n.Key != nil {
		f.storeTo(n.Key, keys)
	}
	if n.Value != nil {
		f.storeTo(n.Value, element)
	}
}

// entries returns the keys and the elements of a map whose keys are all known.
func (f *frame) entries(m cell, at token.Pos) (keys, elements value) {
	for _, key := range f.allKeys(m) {
		keys = join(keys, literal(key, at))
		elements = join(elements, f.mem.load(cell{m.base, m.path.key(key)}))
	}
	return keys, elements
}

// Have: go f(x); defer f(x). A literal runs at some later time, a deferred one behind all that follows.
func (f *frame) later(call *ast.CallExpr, deferred bool) {
	lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit)
	if !ok {
		f.eval(call)
		return
	}
	c := f.operands(call)
	for _, arg := range c.args {
		f.escape(arg)
	}
	before := f.mem.clone()
	f.escapes(closure{lit, f.env}, c)
	if deferred {
		f.mem = before
	}
}

// Have: return a, b
func (f *frame) returned(n *ast.ReturnStmt) []value {
	sig := f.resultFields()
	if len(n.Results) == 0 {
		return f.named(sig)
	}
	count := len(n.Results)
	if sig != nil {
		count = max(count, sig.NumFields())
	}
	values := f.evalAll(n.Results, count)
	for _, v := range values {
		f.escape(v)
	}
	f.overwriteDeferred(sig, values)
	return values
}

// overwriteDeferred makes the results unknown that a deferred closure writes to.
func (f *frame) overwriteDeferred(results *ast.FieldList, values []value) {
	i := 0
	for _, field := range list(results) {
		for _, name := range field.Names {
			w := f.writes(f.decl)[f.pkg.Info.Defs[name]]
			if i < len(values) && w.deferred {
				values[i] = unknown()
			}
			i++
		}
	}
}

func list(fields *ast.FieldList) []*ast.Field {
	if fields == nil {
		return nil
	}
	return fields.List
}

func (f *frame) resultFields() *ast.FieldList {
	if f.literal != nil {
		return f.literal.Type.Results
	}
	if f.decl != nil && f.decl.syntax != nil {
		return f.decl.syntax.Type.Results
	}
	return nil
}

// named returns the content of named results.
func (f *frame) named(results *ast.FieldList) []value {
	var out []value
	for _, field := range list(results) {
		for _, name := range field.Names {
			out = append(out, f.eval(name))
		}
	}
	f.overwriteDeferred(results, out)
	return out
}
