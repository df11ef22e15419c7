package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
)

// assume adds what is known when cond is truth, and reports whether that can be.
func (f *frame) assume(cond ast.Expr, truth bool) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		return e.Op != token.NOT || f.assume(e.X, !truth)
	case *ast.BinaryExpr:
		switch {
		case e.Op == token.LAND && truth, e.Op == token.LOR && !truth:
			return f.assume(e.X, truth) && f.assume(e.Y, truth)
		case e.Op == token.EQL:
			return f.assumeEqual(e.X, e.Y, truth)
		case e.Op == token.NEQ:
			return f.assumeEqual(e.X, e.Y, !truth)
		}
	}
	return true
}

// Have: x == nil, x == "", len(x) == 0, or the negation of one
func (f *frame) assumeEqual(x, y ast.Expr, equal bool) bool {
	if call, ok := ast.Unparen(x).(*ast.CallExpr); ok && len(call.Args) == 1 && isBuiltin(f.object(call.Fun), "len") {
		x = call.Args[0]
	}
	if !f.isEmpty(y) {
		return true
	}
	targets := f.location(x)
	if len(targets) != 1 {
		return true
	}
	old := f.mem.load(targets[0])
	kept := old.only(func(a atom) bool {
		switch a := a.(type) {
		case null, zero:
			return equal
		case text:
			s, isConstant := constantText(a.s)
			return !isConstant || (s == "") == equal
		case ref, closure, function, api, structure:
			return !equal
		}
		return true
	})
	if len(kept) < len(old) {
		f.mem.store(targets[0], kept)
	}
	return len(kept) > 0 || len(old) == 0
}

// Have: nil, "" or 0
func (v *visit) isEmpty(e ast.Expr) bool {
	if tv := v.pkg.Info.Types[e]; tv.Value != nil {
		return tv.Value.ExactString() == `""` || tv.Value.ExactString() == "0"
	}
	_, isNil := v.object(e).(*types.Nil)
	return isNil
}

func isBuiltin(obj types.Object, name string) bool {
	b, ok := obj.(*types.Builtin)
	return ok && b.Name() == name
}
