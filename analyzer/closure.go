package analyzer

import (
	"go/ast"
	"go/types"
	"slices"
)

// inline runs a closure where it is called; without a call its parameters are unknown.
func (f *frame) inline(fn closure, c *call) []value {
	if !f.enter(fn) {
		if c == nil {
			return nil
		}
		return f.unknownCall(c)
	}
	f.bind(fn.lit.Type.Params, c)
	out := f.traceLiteral(fn)
	if out.mem != nil {
		f.mem = out.mem
	}
	return out.all(fn.lit.Type.Results)
}

// escape runs the closures in v: other code may call them, now or later, or not at all. A function of the table that can name
// no identity is a sink wherever it goes.
func (f *frame) escape(v value) {
	for _, a := range v {
		switch a := a.(type) {
		case api:
			if f.isNamelessSink(a) {
				f.noteSink(f.namelessRow(a.name), a.at, nil)
			}
		case closure:
			f.escapes(a, nil)
		case method: // it may write to its receiver
			f.mem.forget(f.mem.load(a.recv))
		}
	}
}

// escapes runs a closure that may be called at any time from now on, or not at all.
func (f *frame) escapes(fn closure, c *call) {
	if !f.enter(fn) {
		return
	}
	before := f.noted
	f.runAside(fn, c)
	if f.noted > before {
		f.remember(escaped{fn, c})
	}
}

// An escaped closure can run until the function ends, and after that. Its call is known where go or defer makes it.
type escaped struct {
	fn   closure
	call *call
}

// remember lists a closure with a site for the end of the function: what is written until then may come before it runs.
func (f *frame) remember(e escaped) {
	if f.recording && !slices.ContainsFunc(f.escaped, func(other escaped) bool { return other.fn == e.fn }) {
		f.escaped = append(f.escaped, e)
	}
}

// runEscaped runs the closures that escaped once more, with all that the function wrote.
func (f *frame) runEscaped(mem *memory) {
	if mem == nil {
		return
	}
	for _, e := range f.escaped {
		if f.decl.inlined >= maxInlined {
			return
		}
		f.mem = mem.clone()
		f.runAside(e.fn, e.call)
	}
}

// runAside runs a closure, and adds what it writes to what is known.
func (f *frame) runAside(fn closure, c *call) {
	before := f.mem
	f.mem = before.clone()
	f.forgetLater(fn.lit)
	f.bind(fn.lit.Type.Params, c)
	out := f.traceLiteral(fn)
	f.mem = before
	if out.mem != nil {
		f.mem.merge(out.mem)
	}
}

// maxInlined bounds the blocks of closures that are traced for one function.
const maxInlined = 5_000

// enter reports whether a closure can be traced here: not inside of itself, not too deep and not too often. What it would have
// written is not known then.
func (f *frame) enter(fn closure) bool {
	const maxDepth = 5
	switch {
	case slices.Contains(f.running, fn.lit):
		return false
	case len(f.running) < maxDepth && f.decl.inlined < maxInlined:
		return true
	}
	for _, obj := range f.captured(fn.lit) {
		at := cell{base: within(fn.env, obj)}
		f.mem.forget(f.mem.load(at))
		f.mem.store(at, unknown())
	}
	return false
}

func (f *frame) traceLiteral(fn closure) outcome {
	if f.apart == nil {
		f.traced[fn.lit] = true
	}
	outer, outerEnv := f.literal, f.env
	f.literal, f.env = fn.lit, fn.env
	f.running = append(f.running, fn.lit)
	out := f.trace(fn.lit.Body, fn.lit.Type.Results, f.mem)
	f.running = f.running[:len(f.running)-1]
	f.literal, f.env = outer, outerEnv
	return out
}

// bind gives parameters the values of a call's arguments, or makes them unknown; named results become zero.
func (f *frame) bind(params *ast.FieldList, c *call) {
	i := 0
	for _, field := range params.List {
		_, variadic := field.Type.(*ast.Ellipsis)
		for _, name := range field.Names {
			v := unknown()
			if c != nil && !c.Ellipsis.IsValid() && !variadic && i < len(c.args) {
				v = c.args[i]
			}
			if obj := f.pkg.Info.Defs[name]; obj != nil {
				f.mem.store(cell{base: obj}, v)
			}
			i++
		}
		if len(field.Names) == 0 {
			i++
		}
	}
}

// forgetLater makes the captured variables unknown that are written behind the closure: it may run after that.
func (f *frame) forgetLater(lit *ast.FuncLit) {
	for _, obj := range f.captured(lit) {
		if w := f.writes(f.decl)[obj]; w.last > lit.End() {
			f.mem.store(cell{base: obj}, unknown())
		}
	}
}

// captured lists the variables of outer functions that a closure uses.
func (v *visit) captured(lit *ast.FuncLit) []types.Object {
	if known, done := v.captures[lit]; done {
		return known
	}
	var out []types.Object
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		obj, ok := v.pkg.Info.Uses[id].(*types.Var)
		if ok && !obj.IsField() && !isGlobal(obj) && !isWithin(obj.Pos(), lit) && !slices.Contains(out, types.Object(obj)) {
			out = append(out, obj)
		}
		return true
	})
	v.captures[lit] = out
	return out
}

// captures returns the bases of the cells that a closure captures.
func (f *frame) captureBases(fn closure) []any {
	var out []any
	for _, obj := range f.captured(fn.lit) {
		out = append(out, within(fn.env, obj))
	}
	return out
}

// base returns the base of a variable's cell. The variables that a closure captures belong to the call that made it, if the
// closure has come out of that.
func (f *frame) base(obj types.Object) any {
	if f.env == nil || isGlobal(obj) || isWithin(obj.Pos(), f.literal) {
		return obj
	}
	if at := within(f.env, obj); f.mem.at(at) != nil || f.mem.at(obj) == nil {
		return at
	}
	return obj // of a closure around this one, which was called here
}

// within puts a base of a function into the calls of it that env lists.
func within(env, base any) any {
	if i, ok := env.(instance); ok {
		return instance{i.call, within(i.base, base)}
	}
	return base
}
