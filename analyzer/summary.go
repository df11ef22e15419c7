package analyzer

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"
)

// A summary is what calls of a function need to know of it: its results, what it writes through its parameters, and the
// sinks that depend on them. All of it speaks of parameters, so that a call puts its arguments in their place.
type summary struct {
	results  []value
	effects  []effect
	wrapped  []*site // the sites whose ID is the caller's to give
	variadic bool
	params   int
	settings bool // it returns settings, which callers may complete
	open     bool // it calls functions that are not known, but may be for some call
	sinks    bool // it holds or calls a sink
	large    bool // it leaves more to its caller than is followed
}

// matters reports whether callers have to be traced.
func (s *summary) matters() bool {
	return s != nil && (len(s.wrapped) > 0 || s.settings || s.open && s.sinks)
}

// An instance is an allocation of a called function, told apart by the call.
type instance struct {
	call ast.Node
	base any
}

// maxInstances bounds how many calls an allocation comes out of, maxEffects how many cells a function may leave to its caller.
// What is more is not known.
const (
	maxInstances = 12
	maxEffects   = 500
)

// An effect is a cell that a function has written, and what it holds at the end.
type effect struct {
	cell
	v value
}

// effects lists what a function leaves to its caller.
func effects(left *memory) []effect {
	var out []effect
	if left == nil { // it never returns
		return nil
	}
	left.each(func(base any, held *contents) {
		for _, p := range slices.Sorted(maps.Keys(held.cells)) {
			if p != "" || !slices.Equal(unlisted(cell{base, p}), held.cells[p]) {
				out = append(out, effect{cell{base, p}, held.cells[p]})
			}
		}
	})
	return out
}

// depth counts the calls that a base came out of.
func depth(base any) int {
	n := 0
	for {
		i, ok := base.(instance)
		if !ok {
			return n
		}
		base = i.base
		n++
	}
}

// summarize traces a function once, with its parameters as they come. A function that is being traced has no summary yet:
// recursion ends in unknown.
func (v *visit) summarize(obj types.Object) *summary {
	if s, done := v.summaries[obj]; done {
		return s
	}
	d := v.decls[obj]
	v.summaries[obj] = nil
	f := &frame{visit: v, decl: d, mem: v.newMemory(), recording: true, outcome: &outcome{}}
	known := len(v.sites)
	params := f.bindParameters(d.syntax)
	out := f.trace(d.syntax.Body, d.syntax.Type.Results, f.mem)
	if out.givenUp {
		return nil
	}
	f.runEscaped(out.mem)
	f.traceRest(d.syntax.Body)

	fn := obj.(*types.Func)
	s := &summary{params: params, variadic: fn.Signature().Variadic(), open: f.open && takesFunctions(fn), sinks: f.sinks}
	s.results = out.all(d.syntax.Type.Results)
	for _, site := range v.sites[known:] {
		certain := v.isCertain(site) || v.isOnlyRequest(site)
		if site.decl == d && site.depends() && certain && !v.saysSystem(site) {
			v.answer(site)
			s.wrapped = append(s.wrapped, site)
		}
	}
	s.settings = f.returnsSettings(out.mem, s.results)
	s.effects = effects(out.mem.reachable(s.results, f.captureBases))
	s.large = len(s.effects) > maxEffects
	v.summaries[obj] = s
	return s
}

// bindParameters makes the receiver and the parameters of a function symbols for what a caller gives.
func (f *frame) bindParameters(fn *ast.FuncDecl) int {
	i := 0
	for _, list := range []*ast.FieldList{fn.Recv, fn.Type.Params} {
		if list == nil {
			continue
		}
		for _, field := range list.List {
			for _, name := range field.Names {
				if obj := f.pkg.Info.Defs[name]; obj != nil {
					f.mem.store(cell{base: obj}, value{parameter{index: i}})
				}
				i++
			}
			if len(field.Names) == 0 {
				i++
			}
		}
	}
	f.bindResults(fn.Type.Results)
	return i
}

// bindResults makes named results zero.
func (f *frame) bindResults(results *ast.FieldList) {
	for _, field := range list(results) {
		for _, name := range field.Names {
			if obj := f.pkg.Info.Defs[name]; obj != nil {
				f.mem.store(cell{base: obj}, value{zero{}})
			}
		}
	}
}

// traceRest traces the closures that no call reached, with nothing known of what they capture.
func (f *frame) traceRest(body ast.Node) {
	ast.Inspect(body, func(n ast.Node) bool {
		if lit, ok := n.(*ast.FuncLit); ok && !f.traced[lit] {
			f.mem = f.newMemory()
			f.escape(value{closure{lit: lit}})
		}
		return true
	})
}

// apply is the call of a function of the package.
func (f *frame) apply(obj types.Object, c *call) []value {
	s := f.summarize(obj)
	f.escapeAll(c.args)
	if s == nil {
		return f.unknownCall(c)
	}
	if f.worthwhile(obj, s, c) {
		return f.applyAnew(obj, c)
	}
	f.open, f.sinks = f.open || s.open, f.sinks || s.sinks
	return f.substitute(s, c, obj.Name())
}

func (f *frame) escapeAll(values []value) {
	for _, v := range values {
		f.escape(v)
	}
}

// substitute puts the arguments of a call in the place of the parameters of a function's summary. Name is how messages call it.
func (f *frame) substitute(s *summary, c *call, name string) []value {
	actual := &actuals{frame: f, call: c, name: name, args: s.arrange(f, c)}
	for _, site := range s.wrapped {
		f.wrap(site, actual)
	}
	if s.large {
		return f.unknownCall(c)
	}
	results := make([]value, 0, len(s.results))
	for _, v := range s.results {
		results = append(results, actual.put(v))
	}
	actual.write(s.effects)
	f.forgetGlobals()
	return results
}

// arrange lists what a call gives for each parameter, the receiver first. Further arguments become a list.
func (s *summary) arrange(f *frame, c *call) []value {
	var args []value
	if c.recv != nil {
		args = append(args, c.recv)
	}
	args = append(args, c.args...)
	switch {
	case s.variadic && len(args) >= s.params-1:
		args = s.gather(f, c, args)
	case len(args) != s.params:
		args = nil
	}
	for len(args) < s.params {
		args = append(args, unknown())
	}
	return args
}

// gather makes a list of the arguments that belong to the last parameter, if they are not one already.
func (s *summary) gather(f *frame, c *call, args []value) []value {
	if c.Ellipsis.IsValid() {
		return args
	}
	last := s.params - 1
	return append(slices.Clip(args[:last]), f.newList(instance{c.CallExpr, "further arguments"}, args[last:]))
}
