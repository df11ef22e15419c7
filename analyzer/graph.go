package analyzer

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/cfg"

	"github.com/whichid/whichid/analyzer/identity"
)

// A flow is what is asked of a graph again and again.
type flow struct {
	*cfg.CFG
	inOrder           []*cfg.Block       // those that a path can reach, in reverse postorder
	order             map[*cfg.Block]int // the index there
	loops             bool               // a path leads round
	nodes             []blockNode        // in the order of the text
	forward, backward map[*cfg.Block][]*cfg.Block
}

type blockNode struct {
	ast.Node
	block *cfg.Block
}

// blockOf returns the block that holds a node, perhaps inside a closure.
func (g *flow) blockOf(n ast.Node) *cfg.Block {
	if g.nodes == nil {
		for _, block := range g.Blocks {
			for _, node := range block.Nodes {
				g.nodes = append(g.nodes, blockNode{node, block})
			}
		}
		slices.SortFunc(g.nodes, func(a, b blockNode) int { return cmp.Or(cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(b.End(), a.End())) })
	}
	i, _ := slices.BinarySearchFunc(g.nodes, n.Pos(), func(b blockNode, at token.Pos) int {
		if b.Pos() <= at {
			return -1
		}
		return 1
	})
	for i--; i >= 0; i-- {
		if n.End() <= g.nodes[i].End() {
			return g.nodes[i].block
		}
		if g.nodes[i].End() <= n.Pos() {
			return nil
		}
	}
	return nil
}

// connected returns the blocks that a path leads to from a block, or from there to it, without going round a loop.
func (g *flow) connected(from *cfg.Block) map[*cfg.Block]bool {
	out := make(map[*cfg.Block]bool)
	for _, edges := range []map[*cfg.Block][]*cfg.Block{g.forward, g.backward} {
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

// newFlow numbers the blocks so that those before a block come before it, but for loops: few are traced twice. It lists what
// follows and what precedes each block, without the edges back to a block that the walk is still inside of.
func newFlow(graph *cfg.CFG) *flow {
	g := &flow{
		CFG: graph, order: make(map[*cfg.Block]int, len(graph.Blocks)),
		forward: make(map[*cfg.Block][]*cfg.Block), backward: make(map[*cfg.Block][]*cfg.Block),
	}
	inside, done := make(map[*cfg.Block]bool), make(map[*cfg.Block]bool)
	var walk func(*cfg.Block)
	walk = func(b *cfg.Block) {
		inside[b] = true
		for _, succ := range b.Succs {
			if inside[succ] {
				g.loops = true
				continue
			}
			g.forward[b] = append(g.forward[b], succ)
			g.backward[succ] = append(g.backward[succ], b)
			if !done[succ] {
				walk(succ)
			}
		}
		inside[b], done[b] = false, true
		g.inOrder = append(g.inOrder, b)
	}
	walk(graph.Blocks[0])
	slices.Reverse(g.inOrder)
	for i, b := range g.inOrder {
		g.order[b] = i
	}
	return g
}

func (f *frame) graph(body *ast.BlockStmt) *flow {
	g := f.graphs[body]
	if g == nil {
		g = newFlow(cfg.New(body, f.mayReturn))
		f.graphs[body] = g
	}
	return g
}

// mayReturn reports whether control may go on behind a call.
func (f *frame) mayReturn(call *ast.CallExpr) bool {
	if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "panic" {
		return false
	}
	name, ok := f.unresolved(call.Fun)
	return !ok || !neverReturns(name)
}

// stops reports whether a block without successors ends in a call that does not return.
func (f *frame) stops(b *cfg.Block) bool {
	if len(b.Nodes) == 0 {
		return b.Kind == cfg.KindUnreachable
	}
	stmt, ok := b.Nodes[len(b.Nodes)-1].(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := stmt.X.(*ast.CallExpr)
	return ok && !f.mayReturn(call)
}

// neverReturns knows the functions that end the program.
func neverReturns(name identity.Func) bool {
	switch name.Package {
	case "os":
		return name.Name == "Exit"
	case "log":
		return strings.HasPrefix(name.Name, "Fatal") || strings.HasPrefix(name.Name, "Panic")
	}
	return false
}
