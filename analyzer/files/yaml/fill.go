package yaml

import (
	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/template"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// fill says of the nodes below a root that they may hold more, where templates on lines of their own may render it.
func (r *reader) fill(root *part, start, end int) {
	for _, p := range r.within(start, end) {
		if p.Line && p.Kind != template.Control {
			r.place(root, p)
		}
	}
}

// place finds the node that a place on a line of its own belongs to. If the column of what it renders is not known, that is each
// node around.
func (r *reader) place(p *part, at template.Place) {
	for isCollection(p) {
		child := before(p, at.Start)
		next := p.holds(child, at)
		if next == nil {
			if child != nil && child.node.Null && at.Column == p.column { // a list need not be indented
				r.unsure(child, at)
			}
			return
		}
		p = next
	}
	r.unsure(p, at)
}

// isCollection reports whether a part is a mapping or list.
func isCollection(p *part) bool {
	return p != nil && (p.node.Kind == tree.Mapping || p.node.Kind == tree.List)
}

// holds tells which collection may hold what a place renders, and returns the part in which to go on, if there is one. The child is
// the last one before the place.
func (p *part) holds(child *part, at template.Place) *part {
	switch {
	case child == nil:
		p.node.Open = true
		return nil
	case p.flow:
		if isCollection(child) && child.start < at.Start && at.Start < child.end {
			return child
		}
		p.node.Open = true
		return nil
	case at.Column < 0:
		p.node.Open = true
		return child
	case at.Column <= p.column:
		p.node.Open = true
		if isCollection(child) && child.node.Kind == tree.List && child.column <= at.Column {
			return child
		}
		return nil
	case isCollection(child) && !child.flow && at.Column < child.column:
		child.node.Open = true
		return nil
	}
	return child
}

// before returns the last part of a collection that begins before a byte.
func before(p *part, i int) *part {
	from, to := 0, len(p.inside)
	for from < to {
		if mid := (from + to) / 2; p.inside[mid].start < i {
			from = mid + 1
		} else {
			to = mid
		}
	}
	if from == 0 {
		return nil
	}
	return p.inside[from-1].part
}

// unsure says of a scalar that a place behind it may belong to it.
func (r *reader) unsure(p *part, at template.Place) {
	if p.start <= at.Start && at.Start < p.end { // it holds a hole already
		return
	}
	hole := r.text.Slice(at.Start, at.End)
	if p.node.Null || p.node.Kind != tree.Scalar {
		p.node.Kind, p.node.Null, p.node.At = tree.Unknown, false, hole
		return
	}
	var b excerpt.Builder
	b.Keep(p.node.Value)
	b.Put(" "+string(identity.Unknown()), hole)
	p.node.Value = b.Text()
}
