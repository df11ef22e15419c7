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
	callee atom  // what is called
	recv   value // the receiver of a method, as it was written
	args   []value
	spread bool // f(g()): args are g's results; f(s...): the last one is a list
}

// call traces a call and returns its results.
func (f *frame) call(e *ast.CallExpr) []value {
	if f.isType(e.Fun) {
		return []value{f.convert(e)}
	}
	if b, ok := f.object(e.Fun).(*types.Builtin); ok {
		return []value{f.builtin(b.Name(), e)}
	}
	c := f.operands(e)
	switch callee := c.callee.(type) {
	case api:
		if f.sink(c) {
			return f.results(c)
		}
		if field, ok := f.checker.table.Unset(callee.name); ok {
			made := &fields{cells: map[path]value{"": unknown(), path("").field(field): {zero{}}}}
			return []value{{structure{made}}}
		}
		if model := f.checker.modelOf(callee.name); model != nil {
			return model(f, c)
		}
		if f.checker.readers[callee.name.Package] && callee.name.Receiver == "" {
			return f.results(c)
		}
	case closure:
		return f.inline(callee.lit, c)
	case function:
		return f.apply(callee.obj, c)
	}
	return f.unknownCall(c)
}

// operands evaluates what is called, and the arguments.
func (f *frame) operands(e *ast.CallExpr) *call {
	c := &call{CallExpr: e, spread: e.Ellipsis.IsValid()}
	c.callee, c.recv = f.callee(e.Fun)
	if inner, ok := single(e.Args).(*ast.CallExpr); ok && !f.isType(inner.Fun) {
		c.args = f.call(inner)
		c.spread = c.spread || len(c.args) != 1
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

// callee returns what fun calls, and the receiver if it is a method.
func (f *frame) callee(fun ast.Expr) (atom, value) {
	fun = ast.Unparen(fun)
	sel, isSelector := fun.(*ast.SelectorExpr)
	switch obj := f.object(fun).(type) {
	case *types.Func:
		obj = obj.Origin()
		var recv value
		if isSelector && obj.Signature().Recv() != nil && !f.isType(sel.X) {
			recv = f.receiver(sel, obj)
		}
		if f.decls[obj] != nil {
			return function{obj}, recv
		}
		return api{name: funcOf(obj)}, recv
	case nil:
		if !isSelector {
			break
		}
		if name, ok := f.unresolved(sel); ok {
			return api{name: name}, nil
		}
		// A method of a type that is not known.
		return api{name: identity.Func{Receiver: anyType, Name: sel.Sel.Name}}, f.addressOf(sel.X)
	}
	if lit, ok := fun.(*ast.FuncLit); ok {
		return closure{lit}, nil
	}
	v := f.eval(fun)
	if len(v) == 1 {
		return v[0], nil
	}
	f.escape(v) // one of several functions
	return opaque{}, nil
}

// anyType is the receiver of a method of a type that is not known.
const anyType = "?"

// receiver returns the receiver of a method call as the method sees it.
func (f *frame) receiver(sel *ast.SelectorExpr, method *types.Func) value {
	_, pointer := method.Signature().Recv().Type().(*types.Pointer)
	if embedded := f.embeddedPath(sel); len(embedded) > 0 {
		targets := f.pointees(sel.X)
		for _, name := range embedded {
			targets = f.fields(targets, name)
		}
		if pointer && len(targets) > 0 {
			return refs(targets)
		}
		v := f.eval(sel.X)
		for _, name := range embedded {
			v = f.read(v, path("").field(name))
		}
		return v
	}
	if pointer && !is[*types.Pointer](f.visit, sel.X) {
		return f.addressOf(sel.X)
	}
	return f.eval(sel.X)
}

// embeddedPath names the embedded fields that a method is promoted from.
func (f *frame) embeddedPath(sel *ast.SelectorExpr) []string {
	selection := f.pkg.Info.Selections[sel]
	if selection == nil || selection.Kind() != types.MethodVal {
		return nil
	}
	index := selection.Index()
	return fieldNames(selection.Recv(), index[:len(index)-1])
}

// addressOf returns the pointer that x is, or the address of x.
func (f *frame) addressOf(x ast.Expr) value {
	v := f.eval(x)
	if len(deref(v)) > 0 {
		return v
	}
	var out value
	for _, c := range f.location(x) {
		out = join(out, value{ref{c}})
	}
	if out == nil {
		return v
	}
	return out
}

// name returns the name of the library function that is called.
func (c *call) name() identity.Func {
	library, _ := c.callee.(api)
	return library.name
}

// operand returns an argument by its index, or the receiver.
func (c *call) operand(i int) value {
	if i == identity.Receiver {
		return c.recv
	}
	return c.arg(i)
}

// fits reports whether a call is one of the signature that the table means: versions of a library differ.
func (f *frame) fits(sink *identity.Sink, c *call) bool {
	required := sink.Params
	if required == identity.AnyParams {
		return true
	}
	if sig, ok := f.typeOf(c.Fun).(*types.Signature); ok {
		if sig.Params().Len() != sink.Params {
			return false
		}
		if sig.Variadic() {
			required--
		}
	}
	if required < sink.Params {
		return len(c.args) >= required
	}
	return len(c.args) == sink.Params && !c.Ellipsis.IsValid()
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
	f.commandsIn(c.recv)
	f.forget(c.recv)
	for _, arg := range c.args {
		f.commandsIn(arg)
		f.forget(arg)
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
	for base, held := range f.mem.bases {
		obj, ok := base.(types.Object)
		if ok && f.globals[obj] != nil && f.globals[obj].written && !slices.Equal(held.cells[""], unknown()) {
			f.mem.store(cell{base: obj}, unknown())
		}
	}
}
