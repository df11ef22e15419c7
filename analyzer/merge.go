package analyzer

import (
	"maps"
)

// merge adds the paths that lead to other, and reports whether that brought anything new.
func (m *memory) merge(other *memory) bool {
	changed := false
	joined := m.held
	m.held.difference(other.held, func(n int, theirs *contents) {
		ours := m.held.get(n)
		if ours == nil { // declared on that path only
			joined.set(n, theirs)
			changed = true
			return
		}
		m.work += len(ours.cells) + len(theirs.cells)
		if both := ours.join(m.bases[n], theirs); both != nil {
			joined.set(n, both)
			changed = true
		}
	})
	m.held = joined
	return changed
}

// join returns what both say of a base, or nil if that is no more than c says.
func (c *contents) join(base any, other *contents) *contents {
	var out *contents
	merge := func(p path) {
		a, b := lookup(c.cells, cell{base, p}), lookup(other.cells, cell{base, p})
		if _, listed := c.cells[p]; listed && covers(a, b) {
			return
		}
		if out == nil {
			out = &contents{maps.Clone(c.cells)}
		}
		out.cells[p] = join(a, b)
	}
	for p := range c.cells {
		merge(p)
	}
	for p := range other.cells {
		if _, done := c.cells[p]; !done {
			merge(p)
		}
	}
	return out
}

// reachable returns the part of m that a caller can see: what parameters point to, and what the results lead to.
func (m *memory) reachable(results []value, captured func(closure) []any) *memory {
	if m == nil {
		return nil
	}
	out := m.newMemory()
	var add func(base any)
	addAll := func(v value) {
		for _, base := range leads(v, captured) {
			add(base)
		}
	}
	add = func(base any) {
		held := m.at(base)
		if held == nil || out.at(base) != nil {
			return
		}
		out.set(base, held)
		for _, v := range held.cells {
			addAll(v)
		}
	}
	m.each(func(base any, _ *contents) {
		if _, ok := base.(parameter); ok {
			add(base)
		}
	})
	for _, v := range results {
		addAll(v)
	}
	return out
}

// leads lists the bases that a value leads to, closures by what they capture.
func leads(v value, captured func(closure) []any) []any {
	var out []any
	for _, a := range v {
		switch a := a.(type) {
		case ref:
			out = append(out, a.base)
		case method:
			out = append(out, a.recv.base)
		case closure:
			out = append(out, captured(a)...)
		case structure:
			for _, inner := range a.cells {
				out = append(out, leads(inner, captured)...)
			}
		}
	}
	return out
}
