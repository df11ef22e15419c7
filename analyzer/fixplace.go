package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// extendPlace adds the ID beside the resource, where the function gives the query its resource: there must be one such place.
func (e *editor) extendPlace(s *site, id idParam) bool {
	switch place := e.onlyPlace(s, "resource").(type) {
	case *ast.CallExpr:
		return e.extendCall(place, id)
	case *ast.KeyValueExpr:
		return e.extendMap(place, id)
	case *ast.AssignStmt:
		return e.extendIndex(place, id)
	case *ast.BasicLit:
		return e.extendText(place, id)
	}
	return false
}

// onlyPlace returns the one place of a site's function that gives a query a key, or nil.
func (e *editor) onlyPlace(s *site, key string) ast.Node {
	if places := e.places(s.decl.node(), key); len(places) == 1 && e.inFile(places[0].Pos()) {
		return places[0]
	}
	return nil
}

// places lists where a key is given: q.Set("resource", r), {"resource": r}, q["resource"] = r, "resource=" + r.
func (e *editor) places(in ast.Node, key string) []ast.Node {
	var out []ast.Node
	ast.Inspect(in, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if setters := []string{"Set", "Add", "SetQueryParam", "SetQueryParamAny"}; len(n.Args) == 2 &&
				slices.Contains(setters, calleeName(n.Fun)) && e.spells(n.Args[0], key) {
				out = append(out, n)
			}
		case *ast.KeyValueExpr:
			if e.spells(n.Key, key) {
				out = append(out, n)
			}
		case *ast.AssignStmt:
			if index, ok := n.Lhs[0].(*ast.IndexExpr); ok && len(n.Lhs) == 1 && e.spells(index.Index, key) {
				out = append(out, n)
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING && strings.Contains(strings.ToLower(n.Value), key+"=") {
				out = append(out, n)
			}
		}
		return true
	})
	return out
}

// spells reports whether an expression is a constant with this text, in any letter case.
func (e *editor) spells(x ast.Expr, text string) bool {
	v := e.pkg.Info.Types[x].Value
	return v != nil && v.Kind() == constant.String && strings.EqualFold(constant.StringVal(v), text)
}

// Have: q.Set("resource", r); request.SetQueryParam("resource", r).Get(url)
func (e *editor) extendCall(set *ast.CallExpr, id idParam) bool {
	args := "(" + strconv.Quote(id.key) + ", " + id.text + ")"
	if stmt, ok := e.statement(set).(*ast.ExprStmt); ok && stmt.X == set {
		if sel, ok := set.Fun.(*ast.SelectorExpr); ok && isPlain(sel.X) {
			return e.insertStatement(set, token.NoPos, e.source(set.Fun)+args)
		}
	}
	if !strings.HasPrefix(calleeName(set.Fun), "SetQuery") {
		return false
	}
	e.insert(set.End(), "."+calleeName(set.Fun)+args)
	return true
}

// Have: url.Values{"resource": {r}}, map[string]string{"resource": r}
func (e *editor) extendMap(pair *ast.KeyValueExpr, id idParam) bool {
	lit, ok := e.path(pair)[1].(*ast.CompositeLit)
	if !ok || e.hasKey(lit, id.key) {
		return false
	}
	t := e.typeOf(lit)
	if t == nil {
		return false
	}
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return false
	}
	content := id.text
	switch elem := m.Elem().Underlying().(type) {
	case *types.Slice:
		content = "{" + id.text + "}"
	case *types.Interface:
	default:
		if !isString(elem) {
			return false
		}
	}
	text := strconv.Quote(id.key) + ": " + content + ","
	at := e.offset(pair.Pos())
	if indent, first := e.margin(at); first {
		e.add(at, at, text+"\n"+indent)
	} else {
		e.add(at, at, text+" ")
	}
	return true
}

func (e *editor) hasKey(lit *ast.CompositeLit, key string) bool {
	return slices.ContainsFunc(lit.Elts, func(x ast.Expr) bool {
		kv, ok := x.(*ast.KeyValueExpr)
		return ok && e.constants(kv.Key) == key
	})
}

// Have: q["resource"] = []string{r}
func (e *editor) extendIndex(assign *ast.AssignStmt, id idParam) bool {
	m := assign.Lhs[0].(*ast.IndexExpr).X
	if !isPlain(m) || len(assign.Rhs) != 1 {
		return false
	}
	content := id.text
	if list, ok := ast.Unparen(assign.Rhs[0]).(*ast.CompositeLit); ok && list.Type != nil {
		content = e.source(list.Type) + "{" + id.text + "}"
	} else if !isString(e.typeOf(assign.Rhs[0])) {
		return false
	}
	return e.insertStatement(assign, token.NoPos, e.source(m)+"["+strconv.Quote(id.key)+"] = "+content)
}

// Have: u.RawQuery = "resource=" + r; b.WriteString("&resource=" + r); []string{"resource=" + r}
func (e *editor) extendText(lit *ast.BasicLit, id idParam) bool {
	path := e.path(lit)
	if call, layout := e.formatCall(path); call != nil {
		return e.extendFormat(call, layout, id.pair(), id.text)
	}
	sum := sumAround(path)
	switch around := e.path(sum)[1].(type) {
	case *ast.AssignStmt, *ast.ValueSpec, *ast.KeyValueExpr, *ast.CompositeLit:
	case *ast.CallExpr:
		takers := []string{
			"WriteString", "SetQueryString", "Parse", "ParseQuery", "append", "Get", "Head", "Post", "NewRequest", "NewRequestWithContext",
		}
		if !slices.Contains(takers, calleeName(around.Fun)) {
			return false
		}
	default:
		return false
	}
	return e.extendSum(sum, id.pair(), id.text)
}
