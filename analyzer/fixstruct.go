package analyzer

import (
	"bytes"
	"go/ast"
	"go/token"
)

// mendStruct gives a struct of settings its ID: in its literal, or before the statement that turns managed identity on.
func (e *editor) mendStruct(s *site, source idSource) bool {
	id, field, ok := e.idValue(s, source, s.node.Pos())
	if !ok {
		return false
	}
	switch node := s.node.(type) {
	case *ast.CompositeLit:
		return e.setField(node, field, id)
	case *ast.SelectorExpr: // x.UseManagedIdentity = true
		root := qualifier(node.X)
		if root == nil || !isPlain(node.X) {
			return false
		}
		obj := e.pkg.Info.ObjectOf(root)
		return obj != nil && !isGlobal(obj) && e.insertStatement(node, obj.Pos(), e.source(node.X)+"."+field+" = "+id)
	}
	return false
}

// setField gives a struct literal a field, or replaces its value.
func (e *editor) setField(lit *ast.CompositeLit, field, id string) bool {
	for _, element := range lit.Elts {
		kv, ok := element.(*ast.KeyValueExpr)
		if !ok {
			return false // without keys; the ID's place would have to be counted
		}
		if key, ok := kv.Key.(*ast.Ident); ok && key.Name == field {
			return e.setNil(kv.Value, id)
		}
	}
	text := field + ": " + id
	line := func(p token.Pos) int { return e.pkg.Fset.PositionFor(p, false).Line }
	if len(lit.Elts) == 0 {
		if line(lit.Lbrace) == line(lit.Rbrace) {
			e.insert(lit.Lbrace+1, text)
			return true
		}
		at := e.lineEnd(e.offset(lit.Lbrace))
		e.add(at, at, "\n"+e.indent(lit.Rbrace)+"\t"+text+",")
		return true
	}
	last := lit.Elts[len(lit.Elts)-1]
	end := e.offset(last.End())
	if line(last.End()) == line(lit.Rbrace) {
		e.add(end, end, ", "+text)
		return true
	}
	at := e.lineEnd(end)
	e.add(at, at, "\n"+e.indent(last.Pos())+text+",")
	return true
}

// indent returns the white space that the line of a position begins with.
func (e *editor) indent(p token.Pos) string {
	line := e.src[bytes.LastIndexByte(e.src[:e.offset(p)], '\n')+1:]
	return string(line[:len(line)-len(bytes.TrimLeft(line, " \t"))])
}

// setNil replaces ID: nil and ID: "", or gives the nil variable of ID: v a value.
func (e *editor) setNil(x ast.Expr, id string) bool {
	if e.isNil(ast.Unparen(x)) || isEmptyString(x) {
		e.replace(x.Pos(), x.End(), id)
		return true
	}
	name, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return false
	}
	obj := e.pkg.Info.ObjectOf(name)
	if obj == nil || isGlobal(obj) {
		return false
	}
	return e.insertStatement(x, obj.Pos(), name.Name+" = "+id)
}
