package analyzer

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// An exclusion knows which places of a function no path reaches that runs through a given one.
type exclusion struct {
	graph     *flow
	connected map[*cfg.Block]bool // before or behind it, without going round a loop
	body      *ast.BlockStmt
}

// exclusion prepares the question for one place, in the innermost function or closure around it, and then in those around that.
func (v *visit) exclusion(p place) exclusions {
	var out exclusions
	path := enclosing(p.decl.node(), p.node)
	for _, n := range path {
		_, body := functionOf(n)
		if body == nil {
			continue
		}
		graph := v.graphs[body]
		if graph == nil {
			continue
		}
		v.work += len(graph.Blocks)
		if from := graph.blockOf(p.node); from != nil {
			out = append(out, exclusion{graph, graph.connected(from), body})
		}
	}
	return out
}

type exclusions []exclusion

// excludes reports whether no path runs through both places. The innermost function that holds both decides.
func (e exclusions) excludes(other ast.Node) bool {
	for _, x := range e {
		if isWithin(other.Pos(), x.body) {
			to := x.graph.blockOf(other)
			return to != nil && !x.connected[to]
		}
	}
	return false
}

// enclosing lists the nodes around n below root, from the inside, n first.
func enclosing(root, n ast.Node) []ast.Node {
	var out []ast.Node
	ast.Inspect(root, func(outer ast.Node) bool {
		if outer == nil || n.Pos() < outer.Pos() || outer.End() < n.End() {
			return false
		}
		out = append(out, outer)
		return outer != n
	})
	slices.Reverse(out)
	return out
}

// functionOf returns what makes a node a function or a closure, or nothing if it is none. A declaration may have no body.
func functionOf(n ast.Node) (signature *ast.FuncType, body *ast.BlockStmt) {
	switch n := n.(type) {
	case *ast.FuncLit:
		return n.Type, n.Body
	case *ast.FuncDecl:
		return n.Type, n.Body
	}
	return nil, nil
}
