package analyzer

import (
	"go/ast"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/cfg"
)

// An exclusion knows which places of a function no path reaches that runs through a given one.
type exclusion struct {
	graph     *cfg.CFG
	connected map[*cfg.Block]bool // before or behind it, without going round a loop
	body      *ast.BlockStmt
}

// exclusion prepares the question for one place, in the innermost function or closure around it, and then in those around that.
func (v *visit) exclusion(p place) exclusions {
	var out exclusions
	path, _ := astutil.PathEnclosingInterval(p.decl.file, p.node.Pos(), p.node.End())
	for _, n := range path {
		var body *ast.BlockStmt
		switch n := n.(type) {
		case *ast.FuncLit:
			body = n.Body
		case *ast.FuncDecl:
			body = n.Body
		default:
			continue
		}
		graph := v.graphs[body]
		if graph == nil {
			continue
		}
		if from := blockOf(graph, p.node); from != nil {
			out = append(out, exclusion{graph, v.connected(graph, from), body})
		}
	}
	return out
}

type exclusions []exclusion

// excludes reports whether no path runs through both places. The innermost function that holds both decides.
func (e exclusions) excludes(other ast.Node) bool {
	for _, x := range e {
		if isWithin(other.Pos(), x.body) {
			to := blockOf(x.graph, other)
			return to != nil && !x.connected[to]
		}
	}
	return false
}

// blockOf returns the block that holds a node, perhaps inside a closure.
func blockOf(graph *cfg.CFG, n ast.Node) *cfg.Block {
	for _, block := range graph.Blocks {
		for _, node := range block.Nodes {
			if node.Pos() <= n.Pos() && n.End() <= node.End() {
				return block
			}
		}
	}
	return nil
}

// connected returns the blocks that a path leads to from a block, or from there to it, without going round a loop.
func (v *visit) connected(graph *cfg.CFG, from *cfg.Block) map[*cfg.Block]bool {
	forward, backward := v.edges(graph)
	out := make(map[*cfg.Block]bool)
	for _, edges := range []map[*cfg.Block][]*cfg.Block{forward, backward} {
		work := []*cfg.Block{from}
		seen := map[*cfg.Block]bool{from: true}
		for len(work) > 0 {
			b := work[len(work)-1]
			work = work[:len(work)-1]
			out[b] = true
			for _, next := range edges[b] {
				if !seen[next] {
					seen[next] = true
					work = append(work, next)
				}
			}
		}
	}
	return out
}

// edges lists what follows and what precedes each block, without the edges back to a block that a depth-first walk is still
// inside of.
func (v *visit) edges(graph *cfg.CFG) (forward, backward map[*cfg.Block][]*cfg.Block) {
	forward, backward = make(map[*cfg.Block][]*cfg.Block), make(map[*cfg.Block][]*cfg.Block)
	const inside, done = 1, 2
	state := make(map[*cfg.Block]int)
	var walk func(*cfg.Block)
	walk = func(b *cfg.Block) {
		state[b] = inside
		for _, next := range b.Succs {
			if state[next] == 0 {
				walk(next)
				// The walk may have ended, or be around this block.
			} else if state[next] == inside {
				continue
			}
			forward[b] = append(forward[b], next)
			backward[next] = append(backward[next], b)
		}
		state[b] = done
	}
	walk(graph.Blocks[0])
	return forward, backward
}
