package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"slices"
)

// evalAll returns the values of a list of expressions that stands for n values: f() may give several.
func (f *frame) evalAll(exprs []ast.Expr, n int) []value {
	var out []value
	if call, ok := single(exprs).(*ast.CallExpr); ok && n != 1 {
		out = f.call(call)
	} else {
		for _, e := range exprs {
			out = append(out, f.eval(e))
		}
	}
	for len(out) < n { // v, ok := m[k]; and calls that are not understood
		out = append(out, unknown())
	}
	return out
}

func single(exprs []ast.Expr) ast.Expr {
	if len(exprs) != 1 {
		return nil
	}
	return ast.Unparen(exprs[0])
}

// eval returns the value of an expression. A string's zero value is the empty text.
func (f *frame) eval(e ast.Expr) value {
	f.work++
	if v, ok := f.constant(e); ok {
		return v
	}
	v := f.evalSyntax(e)
	if slices.Contains(v, atom(zero{})) && isString(f.typeOf(e)) {
		return v.each(func(a atom) value {
			if a == (zero{}) {
				return value{text{at: e.Pos()}}
			}
			return value{a}
		})
	}
	return v
}

// evalSyntax has one function for each syntax.
func (f *frame) evalSyntax(e ast.Expr) value {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.eval(e.X)
	case *ast.Ident:
		return f.ident(e)
	case *ast.SelectorExpr:
		return f.selector(e)
	case *ast.CallExpr:
		if results := f.call(e); len(results) > 0 {
			return results[0]
		}
		return unknown()
	case *ast.CompositeLit:
		return f.composite(e)
	case *ast.FuncLit:
		return value{closure{e, f.env}}
	case *ast.UnaryExpr:
		return f.unary(e)
	case *ast.StarExpr:
		return f.loadAll(deref(f.eval(e.X)))
	case *ast.BinaryExpr:
		return f.binary(e)
	case *ast.IndexExpr:
		return f.index(e)
	case *ast.TypeAssertExpr:
		return f.eval(e.X)
	case *ast.SliceExpr:
		return f.slice(e)
	case *ast.IndexListExpr:
		return f.eval(e.X)
	}
	return unknown()
}

// Have: an expression that the type checker folded
func (f *frame) constant(e ast.Expr) (value, bool) {
	tv, ok := f.pkg.Info.Types[e]
	if !ok || tv.Value == nil {
		return nil, false
	}
	if tv.Value.Kind() == constant.String {
		return literal(constant.StringVal(tv.Value), e.Pos()), true
	}
	return value{number{tv.Value.ExactString()}}, true
}

// Have: &x, &T{...}, -x
func (f *frame) unary(e *ast.UnaryExpr) value {
	if e.Op != token.AND {
		f.eval(e.X)
		return unknown()
	}
	if lit, ok := ast.Unparen(e.X).(*ast.CompositeLit); ok {
		return f.address(lit, f.eval(lit))
	}
	return refs(f.location(e.X))
}

// Have: a + b
func (f *frame) binary(e *ast.BinaryExpr) value {
	a, b := f.eval(e.X), f.eval(e.Y)
	if e.Op == token.ADD && f.isText(e, a, b) {
		return concat(asText(a, e.X.Pos()), asText(b, e.Y.Pos()))
	}
	return unknown()
}

// isText reports whether a sum is one of strings: its type is, or an operand plainly.
func (f *frame) isText(sum ast.Expr, a, b value) bool {
	return isString(f.typeOf(sum)) || len(as[text](a)) > 0 || len(as[text](b)) > 0
}
