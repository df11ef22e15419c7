package analyzer

import "go/ast"

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
