package shell

import (
	"slices"

	"mvdan.cc/sh/v3/syntax"
)

// A trail is what stands around a node, and the node.
type trail struct {
	nodes []syntax.Node // outermost first
	place place
	saved place // a copy of place, or nil; most of what stands in one place is assignments
}

// here returns the place at the end of a trail, to be kept.
func (t *trail) here() place {
	if t.saved == nil {
		t.saved = slices.Clone(t.place)
	}
	return t.saved
}

// enter and leave go into a clause and out of it, turn into another of its ways.
func (t *trail) enter(clause syntax.Node) {
	t.place, t.saved = append(t.place, step{clause: clause}), nil
}

func (t *trail) leave() { t.place, t.saved = t.place[:len(t.place)-1], nil }

func (t *trail) turn(way int) {
	if last := &t.place[len(t.place)-1]; last.way != way {
		last.way, t.saved = way, nil
	}
}

// walk calls visit for every node of a script, parents first.
func walk(file *syntax.File, visit func(syntax.Node, *trail)) {
	around := new(trail)
	syntax.Walk(file, func(n syntax.Node) bool {
		if n == nil {
			last := len(around.nodes) - 1
			if isClause(around.nodes[last]) {
				around.leave()
			}
			around.nodes = around.nodes[:last]
			return true
		}
		if last := len(around.nodes) - 1; last >= 0 && isClause(around.nodes[last]) {
			around.turn(wayInto(around.nodes[last], n))
		}
		around.nodes = append(around.nodes, n)
		if isClause(n) {
			around.enter(n)
		}
		visit(n, around)
		return true
	})
}

// isForCommand reports whether an assignment at the end of a trail is for one command only.
//
// Have: NAME=value az login
func (t *trail) isForCommand() bool {
	if len(t.nodes) < 2 {
		return false
	}
	call, ok := t.nodes[len(t.nodes)-2].(*syntax.CallExpr)
	return ok && len(call.Args) > 0
}

// near returns the nodes of a trail that still matter to its end.
func (t *trail) near() []syntax.Node { return t.nodes[max(0, len(t.nodes)-maxTrail):] }
