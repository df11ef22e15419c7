package analyzer

import (
	"go/ast"
	"go/token"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// idKey returns the query parameter that an endpoint reads for one of an identity's names, or "".
func idKey(endpoint *identity.Endpoint, word string) string {
	switch word {
	case resourceWord:
		return endpoint.Resource
	case objectWord:
		return endpoint.Object
	}
	return endpoint.Client
}

// An idParam is the query parameter that a fix writes.
type idParam struct {
	idExpr

	key string
}

// pair returns what stands before the ID in a query.
func (p idParam) pair() string { return "&" + p.key + "=" }

// idParam returns the parameter that the endpoint of a request reads the ID from, if there is one.
func (e *editor) idParam(url text, source idSource, at token.Pos) (idParam, bool) {
	endpoint := readRequest(url.s).Endpoint
	id, ok := e.idFrom(source, at)
	if !ok || endpoint == nil {
		return idParam{}, false
	}
	key := idKey(endpoint, id.word)
	return idParam{id, key}, key != ""
}

// mendURL adds the ID to the query of a token request, where the query is written.
func (e *editor) mendURL(s *site, url text, source idSource) bool {
	x := e.operandAt(url.at)
	if x == nil {
		return false
	}
	id, ok := e.idParam(url, source, x.Pos())
	if !ok {
		return false
	}
	path := e.path(x)
	call, layout := e.formatCall(path)
	sum := sumAround(path)
	whole := e.constants(sum)
	if call != nil {
		whole = e.constants(call.Args[layout])
	}
	hasQuery := strings.Contains(whole, "?")
	if !hasQuery || !strings.Contains(strings.ToLower(whole), "resource=") {
		if e.extendPlace(s, id) {
			return true
		}
		if lit := urlLiteral(path); lit != nil {
			return e.extendRawQuery(lit, id)
		}
	}
	switch {
	case !hasQuery, e.replacesQuery(s), strings.Contains(whole, "#"): // nothing is sent behind that
		return false
	case call != nil:
		return e.extendFormat(call, layout, id.pair(), id.text)
	}
	return e.extendSum(sum, id.pair(), id.text)
}

// operandAt returns the operand that begins at a position: of a.b(c), all.
func (e *editor) operandAt(at token.Pos) ast.Expr {
	x := e.exprAt(at)
	if x == nil {
		return nil
	}
	for _, n := range e.path(x)[1:] {
		switch around := n.(type) {
		case *ast.SelectorExpr:
			x = around
		case *ast.CallExpr:
			if around.Fun != x {
				return x
			}
			x = around
		default:
			return x
		}
	}
	return x
}

// replacesQuery reports whether a function overwrites the query of a URL: what its text says of it does not count.
//
// Have: u.RawQuery = q.Encode(), where q did not come from u
func (e *editor) replacesQuery(s *site) bool {
	found := false
	ast.Inspect(s.decl.node(), func(n ast.Node) bool {
		if assign, ok := n.(*ast.AssignStmt); ok && assign.Tok == token.ASSIGN {
			for _, lhs := range assign.Lhs {
				sel, ok := lhs.(*ast.SelectorExpr)
				found = found || ok && sel.Sel.Name == "RawQuery"
			}
		}
		return !found
	})
	return found
}

// mendKey writes the parameter that the endpoint reads for one that it ignores: in the text of the URL, or in the one place of
// the function that has it as a key.
func (e *editor) mendKey(s *site, url text) bool {
	endpoint := readRequest(url.s).Endpoint
	in := s.decl.node()
	if x := e.operandAt(url.at); x != nil {
		if sum := sumAround(e.path(x)); strings.Contains(strings.ToLower(e.constants(sum)), endpoint.Ignored+"=") {
			in = sum
		}
	}
	var keys []edit
	ast.Inspect(in, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if at := keyIn(lit.Value, endpoint.Ignored); at >= 0 {
				start := e.offset(lit.Pos()) + at
				keys = append(keys, edit{start: start, end: start + len(endpoint.Ignored), text: endpoint.Client})
			}
		}
		return true
	})
	if len(keys) != 1 {
		return false
	}
	e.edits = append(e.edits, keys[0])
	return true
}

// keyIn returns where a literal, as it is written, has a query parameter: as a pair of a query, or alone; or -1.
func keyIn(literal, key string) int {
	for at := 1; ; {
		next := indexFold(literal[at:], key)
		if next < 0 {
			return -1
		}
		at += next
		before, after := literal[at-1], literal[at+len(key)]
		alone := at == 1 && at+len(key) == len(literal)-1
		if alone || after == '=' && (at == 1 || before == '?' || before == '&') {
			return at
		}
		at += len(key)
	}
}

// urlLiteral returns the literal url.URL{...} whose path this is.
func urlLiteral(path []ast.Node) *ast.CompositeLit {
	for _, n := range path {
		switch n := n.(type) {
		case *ast.CompositeLit:
			return n
		case ast.Stmt:
			return nil
		}
	}
	return nil
}

// Have: url.URL{…, RawQuery: "…"}
func (e *editor) extendRawQuery(lit *ast.CompositeLit, id idParam) bool {
	for _, element := range lit.Elts {
		kv, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := kv.Key.(*ast.Ident); ok && key.Name == "RawQuery" {
			return e.constants(kv.Value) != "" && e.extendSum(kv.Value, id.pair(), id.text)
		}
	}
	return false
}
