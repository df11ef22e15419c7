package analyzer

import (
	"slices"
)

// actuals are the arguments of one call.
type actuals struct {
	*frame
	call *call
	name string // of the function
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
		case method:
			return value{method{x.obj, cell{instance{a.call.CallExpr, x.recv.base}, x.recv.path}}}
		case closure:
			return value{closure{x.lit, instance{a.call.CallExpr, x.env}}}
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
			v = a.encoded(v)
			continue
		}
		v = a.read(v, step)
	}
	return v
}

// encoded returns the query that a map makes.
func (a *actuals) encoded(v value) value {
	if len(v) > 0 && len(v.only(isMissing)) == len(v) {
		return value{text{at: a.call.Pos()}}
	}
	return encodeValues(a.frame, &call{CallExpr: a.call.CallExpr, recv: v})[0]
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
		if depth(c.base) > maxInstances {
			return nil
		}
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

// write repeats in the caller's memory what the called function wrote: whole structs before their parts.
func (a *actuals) write(effects []effect) {
	type change struct {
		targets []cell
		v       value
	}
	var changes []change
	for _, e := range effects {
		changes = append(changes, change{a.cells(e.cell), a.put(e.v)})
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
