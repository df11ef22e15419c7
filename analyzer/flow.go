package analyzer

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/cfg"

	"github.com/whichid/whichid/analyzer/identity"
)

// A frame traces one function body, with the closures that it calls: a forward dataflow over the control-flow graph.
type frame struct {
	*visit
	decl      *declaration
	mem       *memory // what is known at the current point
	recording bool    // the memory is final: sites are written down
	running   []*ast.FuncLit
	literal   *ast.FuncLit // the closure whose body is traced, or nil
	outcome   *outcome     // of the body that is traced
}

// An outcome is what a body leaves behind.
type outcome struct {
	results [][]value // of every return statement
	mem     *memory   // at the end, or nil if no path reaches it
}

// maxRounds bounds how often a block of a function is traced before its memory must be stable. Values and templates are
// bounded, so real code needs a handful.
const maxRounds = 40

// trace follows all paths through body, from what is known on entry.
func (f *frame) trace(body *ast.BlockStmt, results *ast.FieldList, entry *memory) outcome {
	graph := f.graph(body)
	reached := map[*cfg.Block]*memory{graph.Blocks[0]: entry.clone()}
	outer, outerMem := f.outcome, f.mem
	defer func() { f.outcome, f.mem = outer, outerMem }()

	wasRecording := f.recording
	f.recording = false
	f.outcome = &outcome{}
	order := f.orders[graph]
	work := []*cfg.Block{graph.Blocks[0]}
	for range maxRounds * len(graph.Blocks) {
		if len(work) == 0 {
			break
		}
		block := slices.MinFunc(work, func(a, b *cfg.Block) int { return order[a] - order[b] })
		work = slices.DeleteFunc(work, func(b *cfg.Block) bool { return b == block })
		f.block(block, reached[block].clone(), func(next *cfg.Block, mem *memory) {
			known, seen := reached[next]
			if !seen {
				reached[next] = mem
			}
			if (!seen || known.merge(mem)) && !slices.Contains(work, next) {
				work = append(work, next)
			}
		})
	}
	f.recording = wasRecording
	f.outcome = &outcome{} // one last walk with what is known for certain, for outcomes and sites
	for _, block := range graph.Blocks {
		mem := reached[block]
		if mem == nil {
			continue
		}
		f.block(block, mem.clone(), func(*cfg.Block, *memory) {})
		if len(block.Succs) == 0 && block.Return() == nil && !f.stops(block) {
			f.leave(f.named(results))
		}
	}
	return *f.outcome
}

func (f *frame) graph(body *ast.BlockStmt) *cfg.CFG {
	g := f.graphs[body]
	if g == nil {
		g = cfg.New(body, f.mayReturn)
		f.graphs[body] = g
		f.orders[g] = reversePostorder(g)
	}
	return g
}

// reversePostorder numbers the blocks so that those before a block come before it, but for loops: few are traced twice.
func reversePostorder(g *cfg.CFG) map[*cfg.Block]int {
	order := make(map[*cfg.Block]int, len(g.Blocks))
	next := len(g.Blocks)
	seen := make(map[*cfg.Block]bool, len(g.Blocks))
	var walk func(*cfg.Block)
	walk = func(b *cfg.Block) {
		seen[b] = true
		for _, succ := range b.Succs {
			if !seen[succ] {
				walk(succ)
			}
		}
		order[b] = next
		next--
	}
	walk(g.Blocks[0])
	return order
}

// mayReturn reports whether control may go on behind a call.
func (f *frame) mayReturn(call *ast.CallExpr) bool {
	if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "panic" {
		return false
	}
	name, ok := f.unresolved(call.Fun)
	return !ok || !neverReturns(name)
}

// block traces the nodes of one block and hands its memory to the blocks behind it.
func (f *frame) block(b *cfg.Block, mem *memory, to func(*cfg.Block, *memory)) {
	f.mem = mem
	if loop, ok := b.Stmt.(*ast.RangeStmt); ok && b.Kind == cfg.KindRangeBody {
		f.rangeOver(loop)
	}
	for _, n := range b.Nodes {
		f.node(n)
	}
	mem = f.mem // a closure that was called has left another
	if len(b.Succs) == 2 && len(b.Nodes) > 0 {
		if cond, ok := b.Nodes[len(b.Nodes)-1].(ast.Expr); ok && isCondition(b.Succs[0].Kind) {
			for i, next := range b.Succs {
				f.mem = mem.clone()
				if f.assume(cond, i == 0) {
					to(next, f.mem)
				}
			}
			return
		}
	}
	for _, next := range b.Succs {
		to(next, mem.clone())
	}
}

// isCondition reports whether the block that leads to a block of this kind ends in a condition of type bool.
func isCondition(kind cfg.BlockKind) bool { return kind == cfg.KindIfThen || kind == cfg.KindForBody }

// leave notes that the body may end here with these results.
func (f *frame) leave(results []value) {
	f.requestsReturned(results)
	f.settingsLeft(results)
	f.commandsReturned(results)
	f.outcome.results = append(f.outcome.results, results)
	if f.outcome.mem == nil {
		f.outcome.mem = f.mem.clone()
	} else {
		f.outcome.mem.merge(f.mem)
	}
}

// result joins what all return statements give as their i-th result.
func (o outcome) result(i int) value {
	var out value
	for _, values := range o.results {
		if i < len(values) {
			out = join(out, values[i])
		} else {
			out = join(out, unknown())
		}
	}
	return out
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
