package shell

import (
	"slices"

	"mvdan.cc/sh/v3/syntax"
)

// A place is where something is run: the clauses around it, outermost first, and in which of their ways it stands.
type place []step

// A step goes into a clause, which may be run once, more than once, or not at all.
type step struct {
	clause syntax.Node
	way    int // 0 is run whenever the clause is; of the others, from 1 on, at most one is
}

func isClause(n syntax.Node) bool {
	switch n.(type) {
	case *syntax.IfClause, *syntax.CaseClause, *syntax.ForClause, *syntax.WhileClause, *syntax.FuncDecl, *syntax.Subshell,
		*syntax.CmdSubst, *syntax.BinaryCmd:
		return true
	}
	return false
}

// wayInto returns the way in which a clause holds a node that stands right below it.
func wayInto(clause, below syntax.Node) int {
	switch clause := clause.(type) {
	case *syntax.IfClause:
		return wayOfIf(clause, below)
	case *syntax.CaseClause:
		for i, item := range clause.Items {
			if item == below {
				return i + 1
			}
		}
	case *syntax.BinaryCmd:
		isPipe := clause.Op == syntax.Pipe || clause.Op == syntax.PipeAll // each side is a shell of its own
		switch {
		case below == clause.Y && isPipe:
			return 2
		case below == clause.Y, isPipe:
			return 1
		}
	}
	return 0
}

// wayOfIf returns 0 for the test, 1 for what stands behind then, and 2 behind else.
func wayOfIf(n *syntax.IfClause, below syntax.Node) int {
	switch {
	case below == n.Else:
		return 2
	case n.ThenPos.IsValid() && below.Pos().After(n.ThenPos):
		return 1
	case !n.ThenPos.IsValid(): // an else: it has no test
		return 1
	}
	return 0
}

// leadsTo reports whether what stands behind this place and is run at another one was preceded by what is run here.
func (p place) leadsTo(other place) bool {
	if len(p) > len(other) {
		return false
	}
	for i, s := range p {
		if s.clause != other[i].clause || s.way != 0 && s.way != other[i].way {
			return false
		}
	}
	return true
}

// isApart reports whether the two places are different ways of one clause.
func (p place) isApart(other place) bool {
	i := p.common(other)
	return i < min(len(p), len(other)) && p[i].clause == other[i].clause && p[i].way != 0 && other[i].way != 0
}

// common returns how many steps two places have in common.
func (p place) common(other place) int {
	for i := range min(len(p), len(other)) {
		if p[i] != other[i] {
			return i
		}
	}
	return min(len(p), len(other))
}

// loopsTo reports whether a loop, behind so many steps, runs both places again and again.
func (p place) loopsTo(other place, behind int) bool {
	for i := behind; i < min(len(p), len(other)) && p[i].clause == other[i].clause; i++ {
		switch p[i].clause.(type) {
		case *syntax.ForClause, *syntax.WhileClause:
			return true
		}
		if p[i] != other[i] {
			return false
		}
	}
	return false
}

// function returns the innermost function around a place, or nil.
func (p place) function() *syntax.FuncDecl {
	for _, s := range slices.Backward(p) {
		if f, ok := s.clause.(*syntax.FuncDecl); ok {
			return f
		}
	}
	return nil
}
