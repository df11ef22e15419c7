package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
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

// Have: x
func (f *frame) ident(e *ast.Ident) value {
	switch obj := f.pkg.Info.ObjectOf(e).(type) {
	case *types.Nil:
		return value{null{}}
	case *types.Var:
		return f.variable(obj)
	case *types.Func:
		return f.functionValue(e, obj)
	}
	return unknown()
}

func (f *frame) variable(obj *types.Var) value {
	if isGlobal(obj) && f.mem.at(obj) == nil {
		f.mem.store(cell{base: obj}, f.global(obj))
		if g := f.globals[obj]; g != nil && g.written && !slices.Contains(f.storedGlobals, types.Object(obj)) {
			f.storedGlobals = append(f.storedGlobals, obj)
		}
	}
	return f.mem.load(cell{base: f.base(obj)})
}

func isGlobal(obj types.Object) bool { return obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() }

// functionValue returns a function that is not called here.
func (f *frame) functionValue(e ast.Expr, obj *types.Func) value {
	obj = obj.Origin()
	if f.decls[obj] != nil {
		return value{function{obj}}
	}
	return value{api{funcOf(obj), e}}
}

// Have: x.Method, which holds its receiver
func (f *frame) methodValue(e *ast.SelectorExpr, obj *types.Func) value {
	if f.decls[obj] == nil {
		f.forget(f.addressOf(e.X)) // it may be called at any time
		return value{opaque{origin{fromCall, obj.Name()}}}
	}
	at := cell{base: ast.Node(e)}
	f.mem.store(at, f.receiver(e, obj))
	return value{method{obj, at}}
}

// Have: x.f, pkg.F, x.Method
func (f *frame) selector(e *ast.SelectorExpr) value {
	switch obj := f.pkg.Info.ObjectOf(e.Sel).(type) {
	case *types.Func:
		if obj.Signature().Recv() != nil && !f.isType(e.X) {
			return f.methodValue(e, obj.Origin())
		}
		return f.functionValue(e, obj)
	case *types.Var:
		if isGlobal(obj) {
			if obj.Pkg() == f.pkg.Types {
				return f.variable(obj)
			}
			return f.writtenAs(value{opaque{origin{fromField, obj.Name()}}}, e)
		}
		v := f.eval(e.X)
		for _, name := range f.fieldPath(e) {
			v = f.read(v, path("").field(name))
		}
		if len(as[parameter](v)) == len(v) {
			if known, ok := f.fieldText(obj); ok {
				return known
			}
		}
		return f.writtenAs(v, e)
	}
	if name, ok := f.unresolved(e); ok {
		return value{api{name, e}}
	}
	return f.writtenAs(f.read(f.eval(e.X), path("").field(e.Sel.Name)), e)
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
	var out value
	for _, c := range f.location(e.X) {
		out = join(out, value{ref{c}})
	}
	if out == nil {
		return unknown()
	}
	return out
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

// Have: x[i], f[T]
func (f *frame) index(e *ast.IndexExpr) value {
	if obj, ok := f.object(e.X).(*types.Func); ok {
		return f.functionValue(e, obj)
	}
	x := f.eval(e.X)
	var out value
	for _, key := range f.keys(e.Index) {
		if key == unknownKey {
			return f.anyElement(x)
		}
		out = join(out, f.read(x, path("").key(key)))
	}
	return out
}

// anyElement joins the elements of a list or a map, or is unknown.
func (f *frame) anyElement(x value) value {
	var out value
	for _, a := range x {
		r, ok := a.(ref)
		listed := f.mem.listed(r.base)
		if !ok || listed == nil || r.path != "" {
			return value{opaque{origin{fromField, ""}}}
		}
		if _, isList := listed[lengthPart]; !isList {
			out = join(out, f.mem.load(cell{r.base, path("").key(unknownKey)}))
		}
		for _, p := range slices.Sorted(maps.Keys(listed)) {
			if strings.HasPrefix(string(p), keyMark) && len(p.steps()) == 1 {
				out = join(out, f.mem.load(cell{r.base, p}))
			}
		}
	}
	return out
}

// Have: x[:], x[i:j]
func (f *frame) slice(e *ast.SliceExpr) value {
	x := f.eval(e.X)
	if e.Low == nil && e.High == nil {
		return x
	}
	list, isList := f.list(x)
	low, lowKnown := f.bound(e.Low, 0)
	high, highKnown := f.bound(e.High, len(list))
	if isList && lowKnown && highKnown && low <= high && high <= len(list) {
		return f.newList(e, list[low:high])
	}
	return unknown()
}

// bound returns a bound of a slice, if it is a constant.
func (f *frame) bound(e ast.Expr, missing int) (int, bool) {
	if e == nil {
		return missing, true
	}
	v, ok := f.constant(e)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(v[0].(number).s)
	return n, err == nil && n >= 0
}
