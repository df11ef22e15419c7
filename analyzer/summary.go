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
	mem      *memory // at the end; nil if the function never returns
	wrapped  []*site // the sites whose ID is the caller's to give
	variadic bool
	params   int
	settings bool // it returns settings, which callers may complete
}

// matters reports whether callers have to be traced.
func (s *summary) matters() bool { return s != nil && (len(s.wrapped) > 0 || s.settings) }

// An instance is an allocation of a called function, told apart by the call.
type instance struct {
	call ast.Node
	base any
}

// summarize traces a function once, with its parameters as they come. A function that is being traced has no summary yet:
// recursion ends in unknown.
func (v *visit) summarize(obj types.Object) *summary {
	if s, done := v.summaries[obj]; done {
		return s
	}
	d := v.decls[obj]
	v.summaries[obj] = nil
	f := &frame{visit: v, decl: d, mem: newMemory(), recording: true, outcome: &outcome{}}
	known := len(v.sites)
	params := f.bindParameters(d.syntax)
	out := f.trace(d.syntax.Body, d.syntax.Type.Results, f.mem)
	f.traceRest(d.syntax.Body)

	s := &summary{params: params, variadic: obj.(*types.Func).Signature().Variadic()}
	if results := d.syntax.Type.Results; results != nil {
		for i := range results.NumFields() {
			s.results = append(s.results, out.result(i))
		}
	}
	for _, site := range v.sites[known:] {
		if site.decl == d && site.depends() && (v.isCertain(site) || v.isOnlyRequest(site)) {
			s.wrapped = append(s.wrapped, site)
		}
	}
	f.mem = out.mem
	s.settings = out.mem != nil && len(f.settingsIn(s.results)) > 0
	s.mem = out.mem.reachable(s.results)
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
	if fn.Type.Results != nil {
		for _, field := range fn.Type.Results.List {
			for _, name := range field.Names {
				if obj := f.pkg.Info.Defs[name]; obj != nil {
					f.mem.store(cell{base: obj}, value{zero{}})
				}
			}
		}
	}
	return i
}

// traceRest traces the closures that no call reached, with nothing known of what they capture.
func (f *frame) traceRest(body ast.Node) {
	ast.Inspect(body, func(n ast.Node) bool {
		if lit, ok := n.(*ast.FuncLit); ok && !f.traced[lit] {
			f.mem = newMemory()
			f.escape(value{closure{lit}})
		}
		return true
	})
}

// apply puts the arguments of a call in the place of the parameters of a function's summary.
func (f *frame) apply(obj types.Object, c *call) []value {
	s := f.summarize(obj)
	for _, arg := range c.args {
		f.escape(arg)
	}
	if s == nil {
		return f.unknownCall(c)
	}
	actual := &actuals{frame: f, call: c, args: s.arrange(f, c)}
	for _, site := range s.wrapped {
		f.wrap(site, actual)
	}
	results := make([]value, 0, len(s.results))
	for _, v := range s.results {
		results = append(results, actual.put(v))
	}
	actual.write(s.mem)
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
	if s.variadic && len(args) >= s.params-1 && c.Ellipsis.IsValid() == c.spread {
		return s.gather(f, c, args)
	}
	if c.spread || len(args) != s.params || s.variadic {
		for i := range args {
			if c.spread || s.variadic && i >= s.params-1 || !s.variadic && len(args) != s.params {
				args[i] = unknown()
			}
		}
	}
	for len(args) < s.params {
		args = append(args, unknown())
	}
	return args
}

// gather makes a list of the arguments that belong to the last parameter, if they are not one already.
func (s *summary) gather(f *frame, c *call, args []value) []value {
	last := s.params - 1
	if c.spread {
		for len(args) < s.params {
			args = append(args, unknown())
		}
		return args
	}
	return append(slices.Clip(args[:last]), f.newList(instance{c.CallExpr, "further arguments"}, args[last:]))
}

// actuals are the arguments of one call.
type actuals struct {
	*frame
	call *call
	args []value
}

// put replaces the parameters in v by the arguments.
func (a *actuals) put(v value) value {
	return v.each(func(x atom) value {
		switch x := x.(type) {
		case parameter:
			return a.argument(x)
		case ref:
			return refs(a.cells(x.cell))
		case text:
			return a.fill(x)
		case structure:
			out := &fields{cells: make(map[path]value, len(x.cells))}
			for p, inner := range x.cells {
				out.cells[p] = a.put(inner)
			}
			return value{structure{out}}
		}
		return value{x}
	})
}

func refs(cells []cell) value {
	var out value
	for _, c := range cells {
		out = join(out, value{ref{c}})
	}
	if out == nil {
		return unknown()
	}
	return out
}

// argument returns what the call gives for a parameter, or for a part of it.
func (a *actuals) argument(p parameter) value {
	if p.index >= len(a.args) {
		return unknown()
	}
	v := a.args[p.index]
	for _, step := range p.path.steps() {
		if step == queryOf {
			v = encodeValues(a.frame, &call{CallExpr: a.call.CallExpr, recv: v})[0]
			continue
		}
		v = a.read(v, step)
	}
	return v
}

// fill replaces the parameters in a template.
func (a *actuals) fill(t text) value {
	out := value{text{at: t.at}}
	for _, p := range pieces(t.s) {
		switch h := p.hole.(type) {
		case nil:
			out = concat(out, value{text{s: p.literal, at: t.at}})
		case parameter:
			out = concat(out, asText(a.argument(h), a.call.Pos()))
		default:
			out = concat(out, value{text{s: hole(h), at: t.at}})
		}
	}
	return out
}

// cells returns the caller's cells for one of the called function.
func (a *actuals) cells(c cell) []cell {
	p, ok := c.base.(parameter)
	if !ok {
		return []cell{{instance{a.call.CallExpr, c.base}, c.path}}
	}
	targets := deref(a.argument(p))
	if steps := p.path.steps(); len(targets) == 0 && len(steps) > 0 { // a struct inside of the argument
		last := steps[len(steps)-1]
		targets = a.cells(cell{parameter{p.index, p.path[:len(p.path)-len(last)]}, last})
	}
	var out []cell
	for _, target := range targets {
		out = append(out, cell{target.base, target.path + c.path})
	}
	return out
}

// write repeats in the caller's memory what the called function wrote.
func (a *actuals) write(mem *memory) {
	if mem == nil {
		return
	}
	type change struct {
		targets []cell
		v       value
	}
	var changes []change
	for base, held := range mem.bases {
		cells := held.cells
		for _, p := range slices.Sorted(maps.Keys(cells)) {
			if old := unlisted(cell{base, p}); slices.Equal(old, cells[p]) && p == "" {
				continue
			}
			changes = append(changes, change{a.cells(cell{base, p}), a.put(cells[p])})
		}
	}
	slices.SortStableFunc(changes, func(x, y change) int { return len(longest(x.targets)) - len(longest(y.targets)) })
	for _, c := range changes {
		a.mem.storeAny(c.targets, c.v)
	}
}

func longest(cells []cell) path {
	var out path
	for _, c := range cells {
		if len(c.path) > len(out) {
			out = c.path
		}
	}
	return out
}

// steps splits a path into its parts, each with its mark.
func (p path) steps() []path {
	var out []path
	for len(p) > 0 {
		end := 1
		for end < len(p) && p[end] != fieldMark[0] && p[end] != keyMark[0] {
			end++
		}
		out = append(out, p[:end])
		p = p[end:]
	}
	return out
}
