package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// mendDSN appends the ID to a connection string where all of it is written, or adds it to the url.Values that it is made of.
func (e *editor) mendDSN(s *site, dsn text, source idSource) bool {
	x := e.exprAt(dsn.at)
	if x == nil {
		return false
	}
	id, ok := e.idFrom(source, x.Pos())
	read := s.dsn(dsn)
	if !ok || id.word == objectWord || id.word == resourceWord && !identity.DriverOf(s.sink.Package).ResourceID {
		return false // there is no key for it
	}
	key := read.Append
	if id.word == resourceWord {
		key = strings.Replace(key, "user", "resource", 1)
	}
	path := e.path(x)
	if encodesValues(path) {
		set, ok := e.onlyPlace(s, "fedauth").(*ast.CallExpr)
		return ok && e.extendCall(set, idParam{id, strings.NewReplacer("&", "", "+", " ", "=", "").Replace(key)})
	}
	if key == "" {
		return false
	}
	if read.URL {
		id.text = e.qualify("net/url", "url", "QueryEscape", x.Pos()) + "(" + id.text + ")"
	}
	if call, layout := e.formatCall(path); call != nil {
		return e.isWhole(s, call) && e.extendFormat(call, layout, key, id.text)
	}
	sum := sumAround(path)
	return e.isWhole(s, sum) && e.extendSum(sum, key, id.text)
}

// Have: values.Encode()
func encodesValues(path []ast.Node) bool {
	if len(path) < 2 {
		return false
	}
	sel, ok := path[1].(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Encode"
}

// isWhole reports whether an expression is all of a connection string: an argument of the sink, the query of a URL, or the
// value of a variable that goes nowhere but to the sink.
func (e *editor) isWhole(s *site, x ast.Expr) bool {
	path := e.path(x)
	for len(path) > 1 {
		if _, ok := path[1].(*ast.ParenExpr); !ok {
			break
		}
		path = path[1:]
	}
	if len(path) < 2 {
		return false
	}
	var name *ast.Ident
	switch parent := path[1].(type) {
	case *ast.CallExpr:
		return ast.Node(parent) == s.node
	case *ast.KeyValueExpr:
		return s.isCarrier(parent, path[2])
	case *ast.AssignStmt:
		if len(parent.Lhs) == 1 && parent.Tok != token.ADD_ASSIGN {
			name, _ = parent.Lhs[0].(*ast.Ident)
		}
	case *ast.ValueSpec:
		if len(parent.Names) == 1 && !e.isConstantSpec(path) {
			name = parent.Names[0]
		}
	}
	if name == nil {
		return false
	}
	obj := e.pkg.Info.ObjectOf(name)
	return obj != nil && !isGlobal(obj) && e.onlyUsedBy(s, obj)
}

// isCarrier reports whether a field of a literal holds the connection string, or the query of a URL that is one.
func (s *site) isCarrier(field *ast.KeyValueExpr, of ast.Node) bool {
	key, ok := field.Key.(*ast.Ident)
	return ok && (key.Name == "RawQuery" || of == ast.Node(s.node) && key.Name == s.sink.Carrier.Fields[0])
}

func (e *editor) isConstantSpec(path []ast.Node) bool {
	for _, n := range path {
		if decl, ok := n.(*ast.GenDecl); ok {
			return decl.Tok == token.CONST
		}
	}
	return false
}

// onlyUsedBy reports whether a variable is read by nothing but the call of a sink.
func (e *editor) onlyUsedBy(s *site, obj types.Object) bool {
	reads := 0
	ast.Inspect(s.decl.node(), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr: // a test
			return n.Op != token.EQL && n.Op != token.NEQ
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && e.pkg.Info.Uses[id] == obj && n.Tok == token.ASSIGN {
					reads--
				}
			}
		case *ast.Ident:
			if e.pkg.Info.Uses[n] == obj {
				reads++
			}
		}
		return true
	})
	for _, operand := range operands(s.node) {
		if id, ok := ast.Unparen(operand).(*ast.Ident); ok && e.pkg.Info.Uses[id] == obj {
			reads--
		}
	}
	return reads == 0
}

// operands are the arguments of a call, or the elements of a literal.
func operands(sink ast.Expr) []ast.Expr {
	var out []ast.Expr
	switch sink := sink.(type) {
	case *ast.CallExpr:
		return sink.Args
	case *ast.CompositeLit:
		for _, element := range sink.Elts {
			if kv, ok := element.(*ast.KeyValueExpr); ok {
				out = append(out, kv.Value)
			}
		}
	}
	return out
}

// mendDSNKey writes the key, or the value of fedauth, that the driver reads in the place of one that it does not.
func (e *editor) mendDSNKey(s *site, dsn text) bool {
	read := s.dsn(dsn)
	x := e.exprAt(dsn.at)
	if x == nil || read.Right == "" {
		return false
	}
	var sum ast.Node = sumAround(e.path(x))
	if call, _ := e.formatCall(e.path(x)); call != nil {
		sum = call
	}
	before, after := "", "="
	if read.Chain {
		before, after = "=", ""
	}
	return e.replaceIn(literals(sum), before+read.Wrong+after, before+read.Right+after)
}
