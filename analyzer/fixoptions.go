package analyzer

import (
	"bytes"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// mendOptions gives a credential's options an ID.
func (e *editor) mendOptions(s *site, source idSource) bool {
	at := s.sink.Carrier
	call, isCall := s.node.(*ast.CallExpr)
	if !isCall || at.Argument >= len(call.Args) {
		return false
	}
	arg := optionsExpr(call, at)
	if arg == nil {
		return false
	}
	lit := e.literalOf(s, arg, at.Fields)
	id, field, ok := e.idValue(s, source, e.editAt(arg, lit))
	switch {
	case !ok:
		return false
	case e.isNew(arg) || e.isNil(arg):
		e.replace(arg.Pos(), arg.End(), e.newOptions(s, field, id))
		return true
	case lit != nil:
		return e.setField(lit, field, id)
	}
	return e.assignBefore(s, arg, field, id)
}

// editAt returns where the ID will stand: what it is written with must be in scope there.
func (e *editor) editAt(arg ast.Expr, lit *ast.CompositeLit) token.Pos {
	if lit != nil {
		return lit.Pos()
	}
	if stmt := e.statement(arg); stmt != nil && !e.isNew(arg) && !e.isNil(arg) {
		return stmt.Pos()
	}
	return arg.Pos()
}

// optionsExpr returns the argument or the receiver that carries the ID.
func optionsExpr(call *ast.CallExpr, at identity.Place) ast.Expr {
	if at.Argument >= 0 {
		return ast.Unparen(call.Args[at.Argument])
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return ast.Unparen(sel.X)
	}
	return nil
}

// newOptions writes &azidentity.ManagedIdentityCredentialOptions{ID: id}.
func (e *editor) newOptions(s *site, field, id string) string {
	return "&" + e.qualifySink(s, s.sink.Options, s.node.Pos()) + "{" + field + ": " + id + "}"
}

func (e *editor) isNil(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == "nil" && e.pkg.Info.Uses[id] != nil && e.pkg.Info.Uses[id].Pkg() == nil
}

// Have: new(T)
func (e *editor) isNew(x ast.Expr) bool {
	call, ok := x.(*ast.CallExpr)
	return ok && isBuiltin(e.object(call.Fun), "new") && len(call.Args) == 1 && e.isType(call.Args[0])
}

// literalOf returns the literal that made the options, if it is in this file and nothing replaced it on the way to the sink.
func (e *editor) literalOf(s *site, arg ast.Expr, fields []string) *ast.CompositeLit {
	if u, ok := arg.(*ast.UnaryExpr); ok && u.Op == token.AND {
		arg = ast.Unparen(u.X)
	}
	if lit, ok := arg.(*ast.CompositeLit); ok {
		return lit
	}
	if len(s.options) != 1 {
		return nil
	}
	r, ok := s.options[0].(ref)
	if !ok || r.path != "" {
		return nil
	}
	base := made(r.base)
	lit, ok := base.(*ast.CompositeLit)
	if !ok {
		lit = e.definition(base, s)
	}
	if lit == nil || lit.Pos() < e.file.FileStart || e.file.FileEnd <= lit.Pos() {
		return nil
	}
	if id, ok := arg.(*ast.Ident); ok && e.isReplaced(s, id, fields) {
		return nil
	}
	return lit
}

// made returns the syntax that allocated a base, in whichever function.
func made(base any) any {
	if inner, ok := base.(instance); ok {
		return made(inner.base)
	}
	return base
}

// definition returns the literal of x := T{...} or var x = T{...}, for a variable that is declared so.
func (e *editor) definition(base any, s *site) *ast.CompositeLit {
	var found *ast.CompositeLit
	ast.Inspect(s.decl.node(), func(n ast.Node) bool {
		var names, values []ast.Expr
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				names, values = n.Lhs, n.Rhs
			}
		case *ast.ValueSpec:
			for _, name := range n.Names {
				names = append(names, name)
			}
			values = n.Values
		}
		for i, name := range names {
			if id, ok := name.(*ast.Ident); ok && len(names) == len(values) && any(e.pkg.Info.Defs[id]) == base {
				found, _ = ast.Unparen(values[i]).(*ast.CompositeLit)
			}
		}
		return true
	})
	return found
}

// isReplaced reports whether a function assigns to the variable, to what it points to, or to its ID, besides declaring it.
func (e *editor) isReplaced(s *site, id *ast.Ident, fields []string) bool {
	obj := e.pkg.Info.ObjectOf(id)
	replaced := false
	ast.Inspect(s.decl.node(), func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok {
			return true
		}
		for _, lhs := range assign.Lhs {
			root, sel := ast.Unparen(lhs), ""
			switch x := root.(type) {
			case *ast.StarExpr:
				root = ast.Unparen(x.X)
			case *ast.SelectorExpr:
				root, sel = ast.Unparen(x.X), x.Sel.Name
			}
			target, isName := root.(*ast.Ident)
			isID := sel == "" || slices.Contains(fields, sel)
			replaced = replaced || isName && isID && obj != nil && e.pkg.Info.Uses[target] == obj
		}
		return true
	})
	return replaced
}

// assignBefore writes opts.ID = id before the statement of the sink, or opts = &T{ID: id} where opts is always nil.
func (e *editor) assignBefore(s *site, arg ast.Expr, field, id string) bool {
	if u, ok := arg.(*ast.UnaryExpr); ok && u.Op == token.AND {
		arg = ast.Unparen(u.X)
	}
	root := qualifier(arg)
	if root == nil || !isPlain(arg) {
		return false
	}
	obj := e.pkg.Info.ObjectOf(root)
	if obj == nil || isGlobal(obj) {
		return false
	}
	target := e.source(arg)
	isNil := func(a atom) bool { return a == null{} || a == zero{} }
	switch {
	case !slices.ContainsFunc(s.options, isNil) || is[*types.Struct](e.visit, arg):
		return e.insertStatement(s.node, obj.Pos(), target+"."+field+" = "+id)
	case len(s.options.only(isNil)) == len(s.options) && s.sink.Options != "":
		return e.insertStatement(s.node, obj.Pos(), target+" = "+e.newOptions(s, field, id))
	}
	return false
}

// isPlain reports whether an expression is a variable or a field, whose evaluation does nothing else.
func isPlain(x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return isPlain(x.X)
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

func isEmptyString(x ast.Expr) bool {
	lit, ok := ast.Unparen(x).(*ast.BasicLit)
	return ok && (lit.Value == `""` || lit.Value == "``")
}

// mendArgument replaces an ID that is written as "".
func (e *editor) mendArgument(s *site, source idSource) bool {
	call, isCall := s.node.(*ast.CallExpr)
	at := s.sink.Carrier.Argument
	if !isCall || at < 0 || at >= len(call.Args) || !isEmptyString(call.Args[at]) {
		return false
	}
	id, ok := e.idFrom(source, call.Pos())
	if !ok || id.word != identity.WordOf(s.sink.Name) {
		return false
	}
	e.replace(call.Args[at].Pos(), call.Args[at].End(), id.text)
	return true
}

// mendByName calls the function that takes an ID instead of one that cannot.
func (e *editor) mendByName(s *site, source idSource) bool {
	call, isCall := s.node.(*ast.CallExpr)
	if !isCall || len(call.Args) < s.sink.InsteadArgument || s.sink.InsteadArgument == 0 {
		return false
	}
	fun, isFunc := e.object(call.Fun).(*types.Func)
	if !isFunc || funcOf(fun) != s.sink.Func() { // f := adal.New…; f(…)
		return false
	}
	id, ok := e.idFrom(source, call.Pos())
	if !ok || id.word != clientWord {
		return false
	}
	name := ast.Unparen(call.Fun)
	if sel, ok := name.(*ast.SelectorExpr); ok {
		name = sel.Sel
	}
	e.replace(name.Pos(), name.End(), s.sink.Instead)
	e.insert(call.Args[s.sink.InsteadArgument-1].End(), ", "+id.text)
	return true
}
