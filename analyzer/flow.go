package analyzer

import (
	"go/ast"
	"go/token"
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

// node traces one node of a control-flow graph: a statement without inner control flow, or an expression.
func (f *frame) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		f.assign(n)
	case *ast.ValueSpec:
		f.declare(n)
	case *ast.ExprStmt:
		f.eval(n.X)
	case *ast.ReturnStmt:
		f.leave(f.returned(n))
	case *ast.GoStmt:
		f.later(n.Call, false)
	case *ast.DeferStmt:
		f.later(n.Call, true)
	case *ast.SendStmt:
		f.eval(n.Chan)
		f.forget(f.eval(n.Value))
	case *ast.IncDecStmt:
		f.storeTo(n.X, unknown())
	case ast.Expr:
		f.eval(n)
	}
}

// Have: x, y = a, b; x := f(); x += a
func (f *frame) assign(n *ast.AssignStmt) {
	if n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
		old, add := f.eval(n.Lhs[0]), f.eval(n.Rhs[0])
		sum := unknown()
		if n.Tok == token.ADD_ASSIGN && f.isText(n.Lhs[0], old, add) {
			sum = concat(asText(old, n.Lhs[0].Pos()), asText(add, n.Rhs[0].Pos()))
		}
		f.storeTo(n.Lhs[0], sum)
		return
	}
	values := f.evalAll(n.Rhs, len(n.Lhs))
	for i, lhs := range n.Lhs {
		f.storeTo(lhs, values[i])
	}
}

// Have: var x, y T = a, b
func (f *frame) declare(n *ast.ValueSpec) {
	if len(n.Values) == 0 {
		for _, name := range n.Names {
			content := value{zero{}}
			if f.typeOf(name) == nil {
				content = unknown() // it may embed what other names reach
			}
			f.storeTo(name, content)
		}
		return
	}
	values := f.evalAll(n.Values, len(n.Names))
	for i, name := range n.Names {
		f.storeTo(name, values[i])
	}
}

// Have: for k, v := range x
func (f *frame) rangeOver(n *ast.RangeStmt) {
	element := unknown()
	x := f.eval(n.X)
	for _, c := range as[closure](x) { // an iterator may write to what it captures
		f.inline(c.lit, &call{CallExpr: &ast.CallExpr{Fun: n.X}, spread: true})
	}
	if list, ok := f.list(x); ok {
		element = value{}
		for _, v := range list {
			element = join(element, v)
		}
	}
	if n.Key != nil {
		f.storeTo(n.Key, unknown())
	}
	if n.Value != nil {
		f.storeTo(n.Value, element)
	}
}

// Have: go f(x); defer f(x). A literal runs at some later time, a deferred one behind all that follows.
func (f *frame) later(call *ast.CallExpr, deferred bool) {
	lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit)
	if !ok {
		f.eval(call)
		return
	}
	for _, arg := range call.Args {
		f.forget(f.eval(arg))
	}
	before := f.mem.clone()
	f.escape(value{closure{lit}})
	if deferred {
		f.mem = before
	}
}

// Have: return a, b
func (f *frame) returned(n *ast.ReturnStmt) []value {
	sig := f.resultFields()
	if len(n.Results) == 0 {
		return f.named(sig)
	}
	count := len(n.Results)
	if sig != nil {
		count = max(count, sig.NumFields())
	}
	values := f.evalAll(n.Results, count)
	for _, v := range values {
		f.escape(v)
	}
	f.overwriteDeferred(sig, values)
	return values
}

// overwriteDeferred makes the results unknown that a deferred closure writes to.
func (f *frame) overwriteDeferred(results *ast.FieldList, values []value) {
	i := 0
	for _, field := range list(results) {
		for _, name := range field.Names {
			obj := f.pkg.Info.Defs[name]
			for _, at := range f.writes(f.decl)[obj] {
				if i < len(values) && f.isDeferred(at) {
					values[i] = unknown()
				}
			}
			i++
		}
	}
}

func list(fields *ast.FieldList) []*ast.Field {
	if fields == nil {
		return nil
	}
	return fields.List
}

// isDeferred reports whether a position is inside of a deferred closure.
func (f *frame) isDeferred(at token.Pos) bool {
	found := false
	ast.Inspect(f.decl.node(), func(n ast.Node) bool {
		if d, ok := n.(*ast.DeferStmt); ok && d.Pos() <= at && at < d.End() {
			found = true
		}
		return !found
	})
	return found
}

func (f *frame) resultFields() *ast.FieldList {
	if f.literal != nil {
		return f.literal.Type.Results
	}
	if f.decl != nil && f.decl.syntax != nil {
		return f.decl.syntax.Type.Results
	}
	return nil
}

// named returns the content of named results.
func (f *frame) named(results *ast.FieldList) []value {
	var out []value
	for _, field := range list(results) {
		for _, name := range field.Names {
			out = append(out, f.eval(name))
		}
	}
	f.overwriteDeferred(results, out)
	return out
}

// leave notes that the body may end here with these results.
func (f *frame) leave(results []value) {
	f.requestsReturned(results)
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
