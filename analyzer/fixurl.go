package analyzer

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// idKey returns the query parameter that an endpoint reads for one of an identity's names, or "".
func idKey(endpoint *identity.Endpoint, word string) string {
	switch word {
	case "resource":
		return endpoint.Resource
	case "object":
		return endpoint.Object
	}
	return endpoint.Client
}

// An idParam is the query parameter that a fix writes.
type idParam struct {
	key string
	idExpr
}

// idParam returns the parameter that the endpoint of a request reads the ID from, if there is one.
func (e *editor) idParam(url text, source idSource, at token.Pos) (idParam, bool) {
	endpoint, _ := readRequest(url.s)
	id, ok := e.idFrom(source, at)
	if !ok || endpoint == nil {
		return idParam{}, false
	}
	key := idKey(endpoint, id.word)
	return idParam{key, id}, key != ""
}

// mendURL adds the ID to the query of a token request, where the query is written.
func (e *editor) mendURL(s *site, url text, source idSource) bool {
	if url.at < e.file.FileStart || e.file.FileEnd <= url.at {
		return false
	}
	x := exprAt(e.file, url.at)
	if x == nil {
		return false
	}
	id, ok := e.idParam(url, source, x.Pos())
	if !ok {
		return false
	}
	path := e.path(x)
	if call := e.formatCall(path); call != nil {
		if strings.Contains(e.source(call.Args[0]), "?") {
			return e.extendFormat(call, id)
		}
		return e.extendValues(s, id)
	}
	sum := sumAround(path)
	if e.hasQuery(sum) {
		return e.extendSum(sum, id)
	}
	if lit := urlLiteral(path); lit != nil {
		return e.extendRawQuery(s, lit, id)
	}
	return e.extendValues(s, id)
}

// mendKey writes the parameter that the endpoint reads for one that it ignores, in the literal of a token request.
func (e *editor) mendKey(url text) bool {
	endpoint, _ := readRequest(url.s)
	if url.at < e.file.FileStart || e.file.FileEnd <= url.at {
		return false
	}
	lit, ok := exprAt(e.file, url.at).(*ast.BasicLit)
	if !ok {
		return false
	}
	_, query, _ := strings.Cut(lit.Value, "?")
	for pair := range strings.SplitSeq(query, "&") {
		if key, _, _ := strings.Cut(pair, "="); endpoint.Ignores(key) {
			at := e.offset(lit.End()) - len(query) + strings.Index("&"+query, "&"+key+"=")
			e.add(at, at+len(key), endpoint.Client)
			return true
		}
	}
	return false
}

// Have: fmt.Sprintf("…", args...), around its format
func (e *editor) formatCall(path []ast.Node) *ast.CallExpr {
	for _, n := range path[1:] {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			if _, ok := n.(ast.Expr); ok {
				continue
			}
			return nil
		}
		if name, ok := e.unresolved(call.Fun); ok && name == (identity.Func{Package: "fmt", Name: "Sprintf"}) {
			return call
		}
	}
	return nil
}

// extendFormat adds &client_id=%s to a format, and the ID to its arguments.
func (e *editor) extendFormat(call *ast.CallExpr, id idParam) bool {
	layout, ok := ast.Unparen(call.Args[0]).(*ast.BasicLit)
	if !ok || call.Ellipsis.IsValid() {
		return false
	}
	if sum := sumAround(e.path(call)); sum != ast.Expr(call) { // what follows would become a part of the ID
		return false
	}
	content, err := strconv.Unquote(layout.Value)
	if err != nil || strings.Contains(content, "%[") || strings.HasSuffix(content, "=") {
		return false
	}
	e.insert(layout.End()-1, "&"+id.key+"=%s")
	e.insert(call.Args[len(call.Args)-1].End(), ", "+id.text)
	return true
}

// sumAround returns the largest a + b + … that path[0] is an operand of.
func sumAround(path []ast.Node) ast.Expr {
	sum := path[0].(ast.Expr)
	for _, n := range path[1:] {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op != token.ADD {
				return sum
			}
			sum = n
		case *ast.ParenExpr:
		default:
			return sum
		}
	}
	return sum
}

// hasQuery reports whether a query is written in a sum: in one of its literals or constants.
func (e *editor) hasQuery(sum ast.Expr) bool {
	found := false
	ast.Inspect(sum, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok {
			if v := e.pkg.Info.Types[x].Value; v != nil {
				found = found || strings.Contains(v.ExactString(), "?")
				return false
			}
		}
		_, isCall := n.(*ast.CallExpr)
		return !isCall
	})
	return found
}

// extendSum writes … + "&client_id=" + id behind a sum, inside of its last literal if it ends in one.
func (e *editor) extendSum(sum ast.Expr, id idParam) bool {
	last := sum
	if b, ok := sum.(*ast.BinaryExpr); ok {
		last = ast.Unparen(b.Y)
	}
	key := "&" + id.key + "="
	if lit, ok := last.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		e.insert(lit.End()-1, key)
		e.insert(sum.End(), " + "+id.text)
		return true
	}
	e.insert(sum.End(), " + "+strconv.Quote(key)+" + "+id.text)
	return true
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
func (e *editor) extendRawQuery(s *site, lit *ast.CompositeLit, id idParam) bool {
	for _, element := range lit.Elts {
		kv, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := kv.Key.(*ast.Ident); ok && key.Name == "RawQuery" {
			if _, isCall := ast.Unparen(kv.Value).(*ast.CallExpr); isCall {
				return e.extendValues(s, id)
			}
			return e.extendSum(kv.Value, id)
		}
	}
	return e.extendValues(s, id)
}

// extendValues adds the ID where the function gives a url.Values its resource: there must be one such place.
func (e *editor) extendValues(s *site, id idParam) bool {
	var set *ast.CallExpr
	count := 0
	ast.Inspect(s.decl.node(), func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 2 {
			return true
		}
		name := calleeName(call.Fun)
		key := e.pkg.Info.Types[call.Args[0]].Value
		if (name == "Set" || name == "Add") && key != nil && strings.EqualFold(key.ExactString(), `"resource"`) {
			set, count = call, count+1
		}
		return true
	})
	if count != 1 || set.Pos() < e.file.FileStart || e.file.FileEnd <= set.Pos() {
		return false
	}
	stmt, ok := e.statement(set).(*ast.ExprStmt)
	if !ok || stmt.X != set {
		return false
	}
	text := e.source(set.Fun) + "(" + strconv.Quote(id.key) + ", " + id.text + ")"
	return e.insertStatement(set, token.NoPos, text)
}
