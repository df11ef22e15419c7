package shell

import (
	"cmp"
	"slices"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
)

// What is looked at: assignments of a variable, and clauses around each.
const (
	maxAssigned = 200
	maxPlace    = 50
)

// A variable is what a script does to one.
type variable struct {
	assigned []assignment // in the order of the text
	open     bool         // it also gets values that are not seen
	locals   map[*syntax.FuncDecl]bool
}

// An assignment gives a variable its value, or more of it.
type assignment struct {
	at      uint // in the text
	place   place
	value   *syntax.Word
	array   *syntax.ArrayExpr
	appends bool

	looked bool // for the text: while it is being looked up it is not known, so that no value holds itself
	text   excerpt.Text
	known  bool
}

// reaching returns the assignment that holds at a byte of the text, which is run at a place, if it is the only one: each time it was
// run before, and no other in between. It is nil if that is not known.
func (v *variable) reaching(used uint, at place) *assignment {
	if v == nil || v.open {
		return nil
	}
	if len(v.assigned) == 1 && !v.assigned[0].appends {
		return &v.assigned[0]
	}
	last := v.before(used, at)
	if last == nil || slices.ContainsFunc(v.assigned, func(a assignment) bool {
		return a.at != last.at && a.place.loopsTo(at, len(last.place))
	}) {
		return nil
	}
	return last
}

// before returns the last assignment that was run each time before a byte of the text, if none may have been run in between.
func (v *variable) before(used uint, at place) (last *assignment) {
	isOnly := false
	for i := range v.assigned {
		a := &v.assigned[i]
		f := a.place.function()
		switch isElsewhere := f != at.function(); {
		case isElsewhere && f != nil && !v.locals[f]: // it may be called anywhere
			return nil
		case isElsewhere || a.at >= used:
		case a.place.leadsTo(at):
			last, isOnly = a, true
		case !a.place.isApart(at):
			isOnly = false
		}
	}
	if !isOnly {
		return nil
	}
	return last
}

// assignments lists the variables of a script.
func (s *script) assignments(file *syntax.File) map[string]*variable {
	out := make(map[string]*variable)
	of := func(name string) *variable {
		if out[name] == nil {
			out[name] = &variable{locals: make(map[*syntax.FuncDecl]bool)}
		}
		return out[name]
	}
	walk(file, func(n syntax.Node, around *trail) {
		switch n := n.(type) {
		case *syntax.CallExpr:
			for _, name := range filled(n) {
				of(name).open = true
			}
		case *syntax.DeclClause:
			for _, name := range locals(n) {
				of(name).locals[around.place.function()] = true
			}
		case *syntax.Assign:
			if n.Name != nil && !n.Naked && !around.isForCommand() {
				of(n.Name.Value).assign(n, around)
			}
		case *syntax.WordIter:
			of(n.Name.Value).open = true
		case *syntax.ParamExp:
			if isAssigned(n) {
				of(n.Param.Value).open = true
			}
		}
	})
	for _, v := range out {
		slices.SortFunc(v.assigned, func(a, b assignment) int { return cmp.Compare(a.at, b.at) })
	}
	return out
}

// assign adds an assignment at the end of a trail.
func (v *variable) assign(n *syntax.Assign, around *trail) {
	v.open = v.open || n.Index != nil || len(around.place) > maxPlace || len(v.assigned) == maxAssigned
	if !v.open {
		v.assigned = append(v.assigned, assignment{
			at: n.Pos().Offset(), place: around.here(), value: n.Value, array: n.Array, appends: n.Append,
		})
	}
}

// locals returns the variables that a declaration gives to the function around it.
//
// Have: local NAME; declare NAME=x
func locals(n *syntax.DeclClause) (names []string) {
	if n.Variant.Value == "export" || n.Variant.Value == "readonly" {
		return nil
	}
	for _, a := range n.Args {
		if a.Name != nil {
			names = append(names, a.Name.Value)
		}
	}
	return names
}

// filled returns the variables that a command fills.
//
// Have: read -r NAME, getopts ab: NAME, mapfile -t NAME, printf -v NAME
func filled(call *syntax.CallExpr) (names []string) {
	if len(call.Args) == 0 {
		return nil
	}
	switch call.Args[0].Lit() {
	case "read", "getopts", "mapfile", "readarray", "printf", "unset":
		for _, arg := range call.Args[1:] {
			names = append(names, arg.Lit())
		}
	}
	return names
}

// isAssigned reports whether a variable gets a value where it is used, if it has none.
//
// Have: ${NAME:=value}
func isAssigned(p *syntax.ParamExp) bool {
	return p.Param != nil && p.Exp != nil && (p.Exp.Op == syntax.AssignUnset || p.Exp.Op == syntax.AssignUnsetOrNull)
}
