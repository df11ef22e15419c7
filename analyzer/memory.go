package analyzer

import (
	"maps"
)

// A cell is a place in memory: a variable (types.Object) or an allocation (the syntax that made it), and a part of it.
type cell struct {
	base any
	path path
}

// A memory is what is known of all cells at one point of a function. A cell that is not listed is what its nearest listed
// parent says; a base that is not listed is not known.
type memory struct {
	*numbering
	held trie
}

// A numbering gives every base of a visit a number, in the order in which they come up.
type numbering struct {
	numbers map[any]int
	bases   []any
	work    int // cells copied and joined, and expressions evaluated: a measure of what a visit costs
}

func (n *numbering) number(base any) int {
	i, known := n.numbers[base]
	if !known {
		i = len(n.bases)
		n.numbers[base] = i
		n.bases = append(n.bases, base)
	}
	return i
}

func newNumbering() *numbering { return &numbering{numbers: make(map[any]int)} }

func (n *numbering) newMemory() *memory { return &memory{numbering: n} }

// contents are the listed cells of one base. They are shared by copies of a memory, and never changed: a store makes new ones.
type contents struct{ cells map[path]value }

// maxCells bounds the cells that are told apart below one base: who fills more of them does not write them by hand.
const maxCells = 256

func (m *memory) clone() *memory {
	out := *m
	return &out
}

// at returns what is listed of a base, or nil.
func (m *memory) at(base any) *contents { return m.held.get(m.number(base)) }

func (m *memory) set(base any, c *contents) { m.held.set(m.number(base), c) }

// each calls f for every base that is listed, always in the same order.
func (m *memory) each(f func(base any, c *contents)) {
	m.held.each(func(n int, c *contents) { f(m.bases[n], c) })
}

// load returns the content of a cell; a struct comes as a structure.
func (m *memory) load(c cell) value {
	held := m.at(c.base)
	if held == nil {
		return unlisted(c)
	}
	for p := range held.cells {
		if p.below(c.path) {
			return value{structure{snapshot(held.cells, c)}}
		}
	}
	return lookup(held.cells, c)
}

// lookup returns what the nearest listed parent says of c.
func lookup(cells map[path]value, c cell) value {
	for p := c.path; ; p = p.parent() {
		if v, ok := cells[p]; ok {
			return part(v, c.path[len(p):])
		}
		if p == "" {
			return unlisted(c)
		}
	}
}

// unlisted is the content of a cell whose base was never written: what a parameter points to is a part of the parameter.
func unlisted(c cell) value {
	if p, ok := c.base.(parameter); ok {
		return value{parameter{p.index, p.path + c.path}}
	}
	return unknown()
}

func snapshot(cells map[path]value, c cell) *fields {
	out := &fields{cells: map[path]value{"": lookup(cells, c)}}
	for p, v := range cells {
		if p.below(c.path) {
			out.cells[p[len(c.path):]] = v
		}
	}
	return out
}

// part returns a part of a value that is not in memory. Part of a pointer is not asked for here.
func part(v value, p path) value {
	if p == "" {
		return v
	}
	return v.each(func(a atom) value {
		switch a := a.(type) {
		case zero:
			return value{a}
		case null: // a map without the key
			return value{zero{}}
		case parameter:
			return value{parameter{a.index, a.path + p}}
		case structure:
			for below := range a.cells {
				if below.below(p) {
					return value{structure{snapshot(a.cells, cell{path: p})}}
				}
			}
			return lookup(a.cells, cell{path: p})
		case opaque:
			return value{opaque{origin{fromField, lastPart(p)}}}
		}
		return unknown()
	})
}

// store replaces the content of a cell and of all that is below it.
func (m *memory) store(c cell, v value) {
	cells := make(map[path]value)
	if held := m.at(c.base); held != nil {
		m.work += len(held.cells)
		maps.Copy(cells, held.cells)
	} else if c.path != "" {
		cells[""] = unlisted(cell{base: c.base})
	}
	for p := range cells {
		if p.below(c.path) {
			delete(cells, p)
		}
	}
	fill(cells, c.path, v)
	m.hold(c.base, cells)
}

// hold lists the cells of a base.
func (m *memory) hold(base any, cells map[path]value) {
	if len(cells) > maxCells {
		cells = map[path]value{"": unknown()}
	}
	m.work += len(cells)
	m.set(base, &contents{cells})
}

// fill writes v to a cell that has none below it. What is in a struct goes into cells of its own.
func fill(cells map[path]value, at path, v value) {
	for p := range allParts(as[structure](v)) {
		cells[at+p] = surface(part(v, p))
	}
	cells[at] = surface(v)
}

// surface is what a value says of itself, and not in the cells of the struct that it is. Structs within structs would be copied with
// each of these.
func surface(v value) value {
	return v.each(func(a atom) value {
		if s, ok := a.(structure); ok {
			return surface(s.cells[""])
		}
		return value{a}
	})
}

func allParts(structures []structure) map[path]bool {
	out := make(map[path]bool)
	for _, s := range structures {
		for p := range s.cells {
			if p != "" {
				out[p] = true
			}
		}
	}
	return out
}

// storeAny writes to one of several cells: what was there may stay.
func (m *memory) storeAny(targets []cell, v value) {
	for _, c := range targets {
		if len(targets) == 1 {
			m.store(c, v)
		} else {
			m.store(c, join(m.load(c), v))
		}
	}
}

// forget makes everything that v reaches unknown: other code may write to it.
func (m *memory) forget(v value) {
	m.forgetAll(v, make(map[any]bool))
}

func (m *memory) forgetAll(v value, seen map[any]bool) {
	for _, a := range v {
		switch a := a.(type) {
		case ref:
			m.forgetCell(a.cell, seen)
		case parameter:
			m.forgetCell(cell{base: a}, seen)
		case structure:
			if seen[a.fields] {
				continue
			}
			seen[a.fields] = true
			m.work += len(a.cells)
			for _, inner := range a.cells {
				m.forgetAll(inner, seen)
			}
		}
	}
}

func (m *memory) forgetCell(c cell, seen map[any]bool) {
	if seen[c] {
		return
	}
	seen[c] = true
	if held := m.at(c.base); held != nil {
		for p, inner := range held.cells {
			if p == c.path || p.below(c.path) {
				m.forgetAll(inner, seen)
			}
		}
	}
	m.store(c, unknown())
}

// listed returns the listed cells of a base.
func (m *memory) listed(base any) map[path]value {
	if held := m.at(base); held != nil {
		return held.cells
	}
	return nil
}
