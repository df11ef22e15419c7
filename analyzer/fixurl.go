package analyzer

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// idKey returns the query parameter for one of an identity's names.
//
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#get-a-token-using-http
func idKey(word string) string {
	switch word {
	case resourceWord:
		return "msi_res_id"
	case objectWord:
		return "object_id"
	}
	return "client_id"
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
	id, ok := e.idFrom(source, x.Pos())
	if !ok {
		return false
	}
	path := e.path(x)
	if call := e.formatCall(path); call != nil {
		if strings.Contains(e.source(call.Args[0]), "?") {
			return e.extendFormat(call, "&"+idKey(id.word)+"=", id.text)
		}
		return e.extendValues(s, "resource", idKey(id.word), id.text)
	}
	sum := sumAround(path)
	if e.hasQuery(sum) {
		return e.extendSum(sum, "&"+idKey(id.word)+"=", id.text)
	}
	if lit := urlLiteral(path); lit != nil {
		return e.extendRawQuery(s, lit, id)
	}
	return e.extendValues(s, "resource", idKey(id.word), id.text)
}

// mendKey writes client_id for a clientid in the literal of a token request.
func (e *editor) mendKey(url text) bool {
	if url.at < e.file.FileStart || e.file.FileEnd <= url.at {
		return false
	}
	lit, ok := exprAt(e.file, url.at).(*ast.BasicLit)
	if !ok {
		return false
	}
	_, query, _ := strings.Cut(lit.Value, "?")
	for pair := range strings.SplitSeq(query, "&") {
		if key, _, _ := strings.Cut(pair, "="); identity.IsIgnoredIDKey(key) {
			at := e.offset(lit.End()) - len(query) + strings.Index("&"+query, "&"+key+"=")
			e.add(at, at+len(key), idKey("client"))
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

// extendFormat adds a key such as &client_id= and %s to a format, and the ID to its arguments.
func (e *editor) extendFormat(call *ast.CallExpr, key, id string) bool {
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
	e.insert(layout.End()-1, key+"%s")
	e.insert(call.Args[len(call.Args)-1].End(), ", "+id)
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
func (e *editor) extendSum(sum ast.Expr, key, id string) bool {
	last := sum
	if b, ok := sum.(*ast.BinaryExpr); ok {
		last = ast.Unparen(b.Y)
	}
	if lit, ok := last.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		e.insert(lit.End()-1, key)
		e.insert(sum.End(), " + "+id)
		return true
	}
	e.insert(sum.End(), " + "+strconv.Quote(key)+" + "+id)
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
func (e *editor) extendRawQuery(s *site, lit *ast.CompositeLit, id idExpr) bool {
	for _, element := range lit.Elts {
		kv, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := kv.Key.(*ast.Ident); ok && key.Name == "RawQuery" {
			if _, isCall := ast.Unparen(kv.Value).(*ast.CallExpr); isCall {
				return e.extendValues(s, "resource", idKey(id.word), id.text)
			}
			return e.extendSum(kv.Value, "&"+idKey(id.word)+"=", id.text)
		}
	}
	return e.extendValues(s, "resource", idKey(id.word), id.text)
}

// extendValues adds a pair where the function gives a url.Values the pair of another key: there must be one such place.
func (e *editor) extendValues(s *site, beside, key, id string) bool {
	var set *ast.CallExpr
	count := 0
	ast.Inspect(s.decl.node(), func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 2 {
			return true
		}
		name := calleeName(call.Fun)
		given := e.pkg.Info.Types[call.Args[0]].Value
		if (name == "Set" || name == "Add") && given != nil && strings.EqualFold(given.ExactString(), strconv.Quote(beside)) {
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
	text := e.source(set.Fun) + "(" + strconv.Quote(key) + ", " + id + ")"
	return e.insertStatement(set, token.NoPos, text)
}
