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
	known := at.Column >= 0
	for p.node.Kind == tree.Mapping || p.node.Kind == tree.List {
		child := before(p, at.Start)
		collection := child != nil && (child.node.Kind == tree.Mapping || child.node.Kind == tree.List)
		switch {
		case child == nil || p.flow && !(collection && child.start < at.Start && at.Start < child.end):
			p.node.Open = true
			return
		case p.flow:
		case !known:
			p.node.Open = true
		case at.Column <= p.column:
			p.node.Open = true
			if !collection || child.node.Kind != tree.List || child.column > at.Column {
				return
			}
		case collection && !child.flow && at.Column < child.column:
			child.node.Open = true
			return
		}
		p = child
	}
	r.unsure(p, at)
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
