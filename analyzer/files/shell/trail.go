package shell

import "mvdan.cc/sh/v3/syntax"

// A trail is what stands around a node, and the node.
type trail struct {
	nodes   []syntax.Node // outermost first
	clauses int           // those that may keep what is in them from being run, once
}

// walk calls visit for every node of a script, parents first.
func walk(file *syntax.File, visit func(syntax.Node, *trail)) {
	around := new(trail)
	syntax.Walk(file, func(n syntax.Node) bool {
		if n == nil {
			last := len(around.nodes) - 1
			if isClause(around.nodes[last]) {
				around.clauses--
			}
			around.nodes = around.nodes[:last]
			return true
		}
		around.nodes = append(around.nodes, n)
		if isClause(n) {
			around.clauses++
		}
		visit(n, around)
		return true
	})
}

func isClause(n syntax.Node) bool {
	switch n.(type) {
	case *syntax.IfClause, *syntax.CaseClause, *syntax.ForClause, *syntax.WhileClause, *syntax.FuncDecl, *syntax.Subshell,
		*syntax.CmdSubst, *syntax.BinaryCmd:
		return true
	}
	return false
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
