package analyzer

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/cfg"

	"github.com/whichid/whichid/analyzer/identity"
)

// isChoice reports whether a site without an ID is one branch of a choice whose other branch names an identity: an early
// return, an else, another case. The deployment decides between them.
func (v *visit) isChoice(s *site) bool {
	for _, other := range v.sites {
		if other != s && other.decl == s.decl && other.names() && v.exclude(s, other) {
			return true
		}
	}
	return false
}

// names reports whether a site may name an identity. A request whose URL is not known may be any request.
func (s *site) names() bool {
	if s.sink.Rule == identity.IMDSURL {
		return slices.ContainsFunc(s.id, func(a atom) bool { return s.presence(a) == present })
	}
	p := s.overall()
	return p != absent && p != empty
}

// exclude reports whether no path runs through both sites.
func (v *visit) exclude(a, b *site) bool {
	if a.decl.syntax == nil {
		return false
	}
	graph := v.graphs[a.decl.syntax.Body]
	if graph == nil {
		return false
	}
	from, to := blockOf(graph, a.node), blockOf(graph, b.node)
	return from != nil && to != nil && from != to && !reaches(from, to, graph) && !reaches(to, from, graph)
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

// reaches reports whether a path leads from one block to another without going round a loop.
func reaches(from, to *cfg.Block, graph *cfg.CFG) bool {
	back := backEdges(graph)
	seen := make(map[*cfg.Block]bool)
	var walk func(*cfg.Block) bool
	walk = func(b *cfg.Block) bool {
		if b == to {
			return true
		}
		if seen[b] {
			return false
		}
		seen[b] = true
		for _, next := range b.Succs {
			if !back[[2]*cfg.Block{b, next}] && walk(next) {
				return true
			}
		}
		return false
	}
	return walk(from)
}

// backEdges are the edges to a block that a depth-first walk is still inside of.
func backEdges(graph *cfg.CFG) map[[2]*cfg.Block]bool {
	back := make(map[[2]*cfg.Block]bool)
	state := make(map[*cfg.Block]int) // 1 inside, 2 done
	var walk func(*cfg.Block)
	walk = func(b *cfg.Block) {
		state[b] = 1
		for _, next := range b.Succs {
			switch state[next] {
			case 0:
				walk(next)
			case 1:
				back[[2]*cfg.Block{b, next}] = true
			}
		}
		state[b] = 2
	}
	walk(graph.Blocks[0])
	return back
}

// systemWord is how names say "system-assigned identity".
const systemWord = `(?i)system[-_ ]?(assigned|managed|msi|identity|auth)`

// saysSystem reports whether the function, a case or a condition around a site says in its own words that the
// system-assigned identity is meant.
func (v *visit) saysSystem(s *site) bool {
	path, _ := astutil.PathEnclosingInterval(s.decl.file, s.node.Pos(), s.node.End())
	word := regexp.MustCompile(systemWord)
	for i, n := range path {
		var names []ast.Expr
		switch n := n.(type) {
		case *ast.FuncDecl:
			names = []ast.Expr{n.Name}
		case *ast.CaseClause:
			names = n.List
		case *ast.IfStmt:
			if i > 0 && path[i-1] == n.Body {
				names = []ast.Expr{n.Cond}
			}
		}
		for _, e := range names {
			if says(e, word) {
				return true
			}
		}
	}
	return false
}

// says reports whether a name or a string in e matches word, and is not negated.
func says(e ast.Expr, word *regexp.Regexp) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			return n.Op != token.NOT
		case *ast.BinaryExpr:
			return n.Op != token.NEQ
		case *ast.Ident:
			found = found || word.MatchString(n.Name)
		case *ast.BasicLit:
			found = found || word.MatchString(n.Value)
		}
		return true
	})
	return found
}
