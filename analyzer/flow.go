package analyzer

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/cfg"
)

// A frame traces one function body, with the closures that it calls: a forward dataflow over the control-flow graph.
type frame struct {
	*visit
	decl          *declaration
	mem           *memory // what is known at the current point
	recording     bool    // the memory is final: sites are written down
	running       []*ast.FuncLit
	literal       *ast.FuncLit   // the closure whose body is traced, or nil
	outcome       *outcome       // of the body that is traced
	storedGlobals []types.Object // the package-level variables that are in memory and that other functions write to
	env           any            // of that closure
	escaped       []escaped      // the closures that other code may run
	open          bool           // a function that is not known was called
	noted         int            // how often a site was noted
	sinks         bool           // a sink was called, or a function that holds one
	apart         *siteLog       // where sites are noted if the function is traced for one call, or nil
	nested        []types.Object // the functions that are traced for one call, around each other
}

// An outcome is what a body leaves behind.
type outcome struct {
	results [][]value // of every return statement
	mem     *memory   // at the end, or nil if no path reaches it
	givenUp bool      // nothing is known
}

// maxRounds bounds how often a block of a function is traced before its memory must be stable. Values and templates are
// bounded, so real code needs a handful. maxWork bounds one visit, see [numbering.work]: the largest packages of Go programs stay
// far below.
const (
	maxRounds = 40
	maxWork   = 20_000_000
)

// trace follows all paths through body, from what is known on entry. A body with loops is walked until its memory is stable, and
// then once more with what is known for certain, for outcomes and sites; without loops that walk is the only one.
func (f *frame) trace(body *ast.BlockStmt, results *ast.FieldList, entry *memory) outcome {
	graph := f.graph(body)
	reached := map[*cfg.Block]*memory{graph.Blocks[0]: entry.clone()}
	outer, outerMem := f.outcome, f.mem
	defer func() { f.outcome, f.mem = outer, outerMem }()
	if graph.loops && !f.settle(graph, reached) {
		return outcome{results: [][]value{nil}, mem: f.newMemory(), givenUp: true}
	}
	f.outcome = &outcome{}
	for _, block := range graph.inOrder {
		mem := reached[block]
		if mem == nil {
			continue
		}
		f.block(block, mem.clone(), func(next *cfg.Block, mem *memory) {
			if !graph.loops {
				arrive(reached, next, mem)
			}
		})
		if len(block.Succs) == 0 && block.Return() == nil && !f.stops(block) {
			f.leave(f.named(results), false)
		}
	}
	if f.work > maxWork {
		return outcome{results: [][]value{nil}, mem: f.newMemory(), givenUp: true}
	}
	return *f.outcome
}

// arrive adds a path to a block, and reports whether that brought anything new.
func arrive(reached map[*cfg.Block]*memory, at *cfg.Block, mem *memory) bool {
	known, seen := reached[at]
	if !seen {
		reached[at] = mem
	}
	return !seen || known.merge(mem)
}

// settle finds the memory that is known on entry to each block, whatever the number of rounds through the loops. It reports
// whether it came to an end.
func (f *frame) settle(graph *flow, reached map[*cfg.Block]*memory) bool {
	wasRecording := f.recording
	f.recording = false
	f.outcome = &outcome{}
	waiting := make([]bool, len(graph.inOrder))
	waiting[0] = true
	rounds := maxRounds * len(graph.Blocks)
	for at := 0; at < len(waiting) && rounds > 0 && f.work <= maxWork; {
		if !waiting[at] {
			at++
			continue
		}
		waiting[at] = false
		rounds--
		block, behind := graph.inOrder[at], at+1
		f.block(block, reached[block].clone(), func(next *cfg.Block, mem *memory) {
			if arrive(reached, next, mem) {
				waiting[graph.order[next]] = true
				behind = min(behind, graph.order[next])
			}
		})
		at = behind
	}
	f.recording = wasRecording
	return rounds > 0 && f.work <= maxWork
}

// block traces the nodes of one block and hands its memory to the blocks behind it.
func (f *frame) block(b *cfg.Block, mem *memory, to func(*cfg.Block, *memory)) {
	f.mem = mem
	f.work++
	if f.apart != nil {
		f.anewBlocks++
	}
	if len(f.running) > 0 {
		f.decl.inlined++
	}
	copies := f.loop(b)
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
		if next.Kind != cfg.KindRangeBody || !copies && !f.isEmptyLoop(next.Stmt) {
			to(next, mem.clone())
		}
	}
}

// loop does what a loop does at the beginning of a block, and reports whether that was all of it.
func (f *frame) loop(b *cfg.Block) (whole bool) {
	if loop, ok := b.Stmt.(*ast.RangeStmt); ok && b.Kind == cfg.KindRangeBody {
		f.rangeOver(loop)
	}
	copying, copies := f.copyLoopAt(b)
	if copies {
		f.copy(copying)
	}
	return copies
}

// isEmptyLoop reports whether a loop runs over a list that is known to be empty.
func (f *frame) isEmptyLoop(s ast.Stmt) bool {
	id, ok := s.(*ast.RangeStmt).X.(*ast.Ident)
	if !ok || !is[*types.Slice](f.visit, id) {
		return false
	}
	elements, known := f.list(f.eval(id))
	return known && len(elements) == 0
}

// isCondition reports whether the block that leads to a block of this kind ends in a condition of type bool.
func isCondition(kind cfg.BlockKind) bool { return kind == cfg.KindIfThen || kind == cfg.KindForBody }

// leave notes that the body may end here with these results.
func (f *frame) leave(results []value, fails bool) {
	f.requestsReturned(results)
	if !fails { // what was being put together is given up
		f.settingsLeft(results)
	}
	f.commandsReturned(results)
	f.outcome.results = append(f.outcome.results, results)
	if f.outcome.mem == nil {
		f.outcome.mem = f.mem.clone()
	} else {
		f.outcome.mem.merge(f.mem)
	}
}

// all returns the results that a function's type lists.
func (o outcome) all(results *ast.FieldList) []value {
	var out []value
	for i := range results.NumFields() {
		out = append(out, o.result(i))
	}
	return out
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
