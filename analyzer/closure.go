package analyzer

import (
	"go/ast"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// inline runs a closure where it is called.
func (f *frame) inline(lit *ast.FuncLit, c *call) []value {
	if !f.enter(lit) {
		return f.unknownCall(c)
	}
	f.bind(lit.Type.Params, c)
	out := f.traceLiteral(lit)
	if out.mem != nil {
		f.mem = out.mem
	}
	n := 0
	if lit.Type.Results != nil {
		n = lit.Type.Results.NumFields()
	}
	var results []value
	for i := range n {
		results = append(results, out.result(i))
	}
	return results
}

// escape runs the closures in v: other code may call them, now or later, or not at all. A function of the table that can name
// no identity is a sink wherever it goes.
func (f *frame) escape(v value) {
	for _, a := range as[api](v) {
		for _, sink := range f.checker.table.Sinks(a.name) {
			if sink.Form == identity.FormNone && len(sink.When) == 0 && !sink.Struct && a.at != nil {
				f.noteSink(sink, a.at, nil)
			}
		}
	}
	for _, c := range as[closure](v) {
		if !f.enter(c.lit) {
			continue
		}
		before := f.mem
		f.mem = before.clone()
		f.forgetLater(c.lit)
		f.bind(c.lit.Type.Params, nil)
		out := f.traceLiteral(c.lit)
		f.mem = before
		if out.mem != nil {
			f.mem.merge(out.mem)
		}
	}
}

// enter reports whether a closure can be traced here: not inside of itself, and not too deep.
func (f *frame) enter(lit *ast.FuncLit) bool {
	const maxDepth = 5
	return len(f.running) < maxDepth && !slices.Contains(f.running, lit)
}

func (f *frame) traceLiteral(lit *ast.FuncLit) outcome {
	f.traced[lit] = true
	outer := f.literal
	f.literal = lit
	f.running = append(f.running, lit)
	out := f.trace(lit.Body, lit.Type.Results, f.mem)
	f.running = f.running[:len(f.running)-1]
	f.literal = outer
	return out
}

// bind gives parameters the values of a call's arguments, or makes them unknown; named results become zero.
func (f *frame) bind(params *ast.FieldList, c *call) {
	i := 0
	for _, field := range params.List {
		_, variadic := field.Type.(*ast.Ellipsis)
		for _, name := range field.Names {
			v := unknown()
			if c != nil && !c.spread && !variadic && i < len(c.args) {
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
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		obj := f.pkg.Info.Uses[id]
		for _, at := range f.writes(f.decl)[obj] {
			if at > lit.End() {
				f.mem.store(cell{base: obj}, unknown())
			}
		}
		return true
	})
}
