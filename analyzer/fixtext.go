package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"strconv"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// formatCall returns the call around the text of a URL that formats it, and which argument the format is.
//
// Have: fmt.Sprintf("…", args...)
func (e *editor) formatCall(path []ast.Node) (*ast.CallExpr, int) {
	for _, n := range path[1:] {
		call, isCall := n.(*ast.CallExpr)
		if _, isExpr := n.(ast.Expr); !isExpr {
			return nil, 0
		}
		if !isCall {
			continue
		}
		if layout, formats := formatArgument(e.unresolved(call.Fun)); formats && layout < len(call.Args) {
			return call, layout
		}
	}
	return nil, 0
}

// formatArgument returns which argument of a function is a format.
func formatArgument(name identity.Func, known bool) (n int, formats bool) {
	n, formats = map[string]int{"Sprintf": 0, "Fprintf": 1, "Appendf": 1}[name.Name]
	return n, formats && known && name.Package == "fmt"
}

// extendFormat adds a key such as &client_id= and %s to a format, and the ID to its arguments.
func (e *editor) extendFormat(call *ast.CallExpr, format int, key, id string) bool {
	layout, ok := ast.Unparen(call.Args[format]).(*ast.BasicLit)
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

// constants returns the text of the literals and constants of a sum, one behind the other.
func (e *editor) constants(sum ast.Expr) string {
	var out strings.Builder
	ast.Inspect(sum, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok {
			if v := e.pkg.Info.Types[x].Value; v != nil && v.Kind() == constant.String {
				out.WriteString(constant.StringVal(v))
				return false
			}
		}
		_, isCall := n.(*ast.CallExpr)
		return !isCall
	})
	return out.String()
}

// extendSum writes … + "&client_id=" + id behind a sum, inside of its last literal if it ends in one.
func (e *editor) extendSum(sum ast.Expr, key, id string) bool {
	last := sum
	if b, ok := sum.(*ast.BinaryExpr); ok {
		last = ast.Unparen(b.Y)
	}
	if strings.HasSuffix(e.constants(last), "=") { // the value comes from elsewhere
		return false
	}
	if lit, ok := last.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		e.insert(lit.End()-1, key)
		e.insert(sum.End(), " + "+id)
		return true
	}
	e.insert(sum.End(), " + "+strconv.Quote(key)+" + "+id)
	return true
}

// literals lists the string literals below a node.
func literals(n ast.Node) []*ast.BasicLit {
	var out []*ast.BasicLit
	ast.Inspect(n, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			out = append(out, lit)
		}
		return true
	})
	return out
}

// replaceIn replaces a part of one of several literals, in any letter case, where it stands behind no letter and once in all.
func (e *editor) replaceIn(among []*ast.BasicLit, old, text string) bool {
	found, at := 0, 0
	for _, lit := range among {
		lower := strings.ToLower(lit.Value)
		for from := 1; from < len(lower); {
			i := strings.Index(lower[from:], strings.ToLower(old))
			if i < 0 {
				break
			}
			from += i
			if strings.IndexByte("\"`;&?= ", lower[from-1]) >= 0 || old[0] == '=' {
				found, at = found+1, e.offset(lit.Pos())+from
			}
			from += len(old)
		}
	}
	if found == 1 {
		e.add(at, at+len(old), text)
	}
	return found == 1
}
