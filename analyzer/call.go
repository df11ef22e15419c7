package analyzer

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// A call is a call expression with its evaluated operands.
type call struct {
	*ast.CallExpr
	callee value // what is called
	recv   value // the receiver of a method, as it was written
	args   []value
}

// call traces a call and returns its results.
func (f *frame) call(e *ast.CallExpr) []value {
	if f.isType(e.Fun) {
		return []value{f.convert(e)}
	}
	if b, ok := f.object(e.Fun).(*types.Builtin); ok {
		return []value{f.builtin(b.Name(), e)}
	}
	return f.oneOf(f.operands(e))
}

// oneOf calls each of the functions that may be meant, if all are known.
func (f *frame) oneOf(c *call) []value {
	callees := c.callee.only(func(a atom) bool { return a != null{} && a != zero{} })
	if len(c.callee) == 1 && len(callees) == 1 {
		return f.dispatch(callees[0], c)
	}
	if len(callees) == 0 || slices.ContainsFunc(callees, func(a atom) bool { return !isFunction(a) }) {
		f.open = true
		f.escape(callees)
		return f.unknownCall(c)
	}
	if f.recording {
		f.alternatives[c.CallExpr] = callees
	}
	before := f.mem
	var joined outcome
	for _, callee := range callees {
		f.mem = before.clone()
		if a, ok := callee.(api); ok && f.isNamelessSink(a) { // reported where it is chosen
			f.escape(value{a})
			joined.results = append(joined.results, f.results(c))
		} else {
			joined.results = append(joined.results, f.dispatch(callee, c))
		}
		if joined.mem == nil {
			joined.mem = f.mem
		} else {
			joined.mem.merge(f.mem)
		}
	}
	f.mem = joined.mem
	var results []value
	for i := range joined.results[0] {
		results = append(results, joined.result(i))
	}
	return results
}

// isNamelessSink reports whether a function of the table can name no identity, and is taken as a value.
func (f *frame) isNamelessSink(fn api) bool { return fn.at != nil && f.namelessRow(fn.name) != nil }

// namelessRow returns the row of a function that can name no identity, whatever its arguments are.
func (f *frame) namelessRow(name identity.Func) *identity.Sink {
	for _, sink := range f.checker.table.Sinks(name) {
		if sink.Form == identity.FormNone && len(sink.When) == 0 && !sink.Struct {
			return sink
		}
	}
	return nil
}

func isFunction(a atom) bool {
	switch a.(type) {
	case api, closure, function, method:
		return true
	}
	return false
}

// dispatch calls one function.
func (f *frame) dispatch(callee atom, c *call) []value {
	switch callee := callee.(type) {
	case api:
		if f.sink(callee.name, c) {
			return f.results(c)
		}
		if field, ok := f.checker.table.Unset(callee.name); ok {
			made := &fields{cells: map[path]value{"": unknown(), path("").field(field): {zero{}}}}
			return []value{{structure{made}}}
		}
		if model := f.checker.modelOf(callee.name); model != nil {
			return model(f, c)
		}
		if s := f.foreign(callee.name); s != nil {
			f.escapeAll(c.args)
			return f.substitute(s, c, wrapperName(callee, c))
		}
		if model := f.checker.modelOfAny(callee.name); model != nil {
			return model(f, c)
		}
		if f.checker.readers[callee.name.Package] && callee.name.Receiver == "" {
			return f.results(c)
		}
		f.open = f.open || f.isVariadic() && callee.name.Package == importPath(f.pkg.Types) // a method of an interface
	case closure:
		return f.inline(callee, c)
	case function:
		return f.apply(callee.obj, c)
	case method:
		bound := *c
		bound.recv = f.mem.load(callee.recv)
		return f.apply(callee.obj, &bound)
	default:
		f.open = true
	}
	return f.unknownCall(c)
}

// operands evaluates what is called, and the arguments.
func (f *frame) operands(e *ast.CallExpr) *call {
	c := &call{CallExpr: e}
	c.callee, c.recv = f.callee(e.Fun)
	if inner, ok := single(e.Args).(*ast.CallExpr); ok && !f.isType(inner.Fun) {
		c.args = f.call(inner)
		return c
	}
	for _, arg := range e.Args {
		c.args = append(c.args, f.eval(arg))
	}
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && f.isType(sel.X) && len(c.args) > 0 { // (*T).Method(x)
		c.recv, c.args = c.args[0], c.args[1:]
	}
	return c
}

// operand returns an argument by its index, or the receiver. Where none is given for a variadic parameter it is nil.
func (c *call) operand(i int) value {
	switch {
	case i == identity.Receiver:
		return c.recv
	case i == len(c.args):
		return value{null{}}
	}
	return c.arg(i)
}

// fits reports whether a call is one of the signature that the table means: versions of a library differ. Where the arguments are
// too many or too few for the signature that is known, the code is written for another version, and they are what counts.
func (f *frame) fits(sink *identity.Sink, c *call) bool {
	if sink.Params == identity.AnyParams {
		return true
	}
	params, variadic := len(c.args), c.Ellipsis.IsValid()
	if sig, ok := f.typeOf(c.Fun).(*types.Signature); ok && (sig.Variadic() || variadic || sig.Params().Len() == params) {
		params, variadic = sig.Params().Len(), sig.Variadic()
	}
	return params == sink.Params && (!variadic || len(c.args) >= params-1)
}

// results returns values that are not known, as many as the call has.
func (f *frame) results(c *call) []value {
	from := value{opaque{origin{fromCall, calleeName(c.Fun)}}}
	n := 1
	if t, ok := f.typeOf(c.CallExpr).(*types.Tuple); ok {
		n = t.Len()
	}
	return slices.Repeat([]value{from}, n)
}

// isVariadic reports whether the function that is traced takes a list, as of options.
func (f *frame) isVariadic() bool {
	fn, ok := f.decl.obj.(*types.Func)
	return ok && fn.Signature().Variadic()
}

func calleeName(fun ast.Expr) string {
	switch fun := ast.Unparen(fun).(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	}
	return ""
}

// unknownCall is a call of code that is not seen: it may write to all that its operands reach.
func (f *frame) unknownCall(c *call) []value {
	f.handOver(c)
	sent := f.requestSent(c)
	f.commandsIn(c.recv)
	f.forget(c.recv)
	for i, arg := range c.args {
		f.commandsIn(arg)
		if i != sent {
			f.forget(arg)
		}
	}
	f.forgetGlobals()
	return f.results(c)
}

// forget lets other code write to all that v reaches, and call the closures in it.
func (f *frame) forget(v value) {
	f.escape(v)
	f.mem.forget(v)
}

// forgetGlobals makes the package-level variables unknown that other functions write to.
func (f *frame) forgetGlobals() {
	for _, obj := range f.storedGlobals {
		if held := f.mem.at(obj); held != nil && !slices.Equal(held.cells[""], unknown()) {
			f.mem.store(cell{base: obj}, unknown())
		}
	}
}
