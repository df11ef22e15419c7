package analyzer

import (
	"bytes"
	"go/ast"
	"go/token"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// suggest returns the fixes of a finding, one for each configured ID source that can be written at its place. For a request,
// url is the alternative that is reported.
func (v *visit) suggest(s *site, rule string, url *text) []identity.Fix {
	if s.wrapper != "" || rule != s.sink.Rule && rule != identity.IgnoredID {
		return nil // a choice, or a wish that the code spells out
	}
	var out []identity.Fix
	for _, source := range v.checker.config.ids {
		at := s.node.Pos()
		if url != nil && url.at.IsValid() {
			at = url.at
		}
		e := v.newEditor(at)
		if e == nil || e.onOtherPlatform() {
			return nil
		}
		if e.mend(s, rule, url, source) {
			out = append(out, e.fix(fixMessage(s.sink, source)))
		}
	}
	return out
}

// mend collects the edits of one fix, and reports whether there is a safe one.
func (e *editor) mend(s *site, rule string, url *text, source idSource) bool {
	switch {
	case url != nil && rule == identity.IMDSURL:
		return e.mendURL(s, *url, source)
	case url == nil && rule == identity.IgnoredID:
		return e.mendEmpty(s, source)
	case url == nil && s.sink.Type != "":
		return e.mendOptions(s, source)
	}
	return false
}

// onOtherPlatform reports whether a file speaks of a platform where an ID is refused: Azure Arc, Service Fabric.
//
// azidentity@v1.8.0/CHANGELOG.md: an ID on a platform that does not take one is an error.
func (e *editor) onOtherPlatform() bool {
	for _, word := range []string{"himds", "40342", "IDENTITY_SERVER_THUMBPRINT", "IMDS_ENDPOINT"} {
		if bytes.Contains(e.src, []byte(word)) {
			return true
		}
	}
	return false
}

// fixMessage says what a fix does, and what an unset variable will mean. It names nothing of the site, so that drivers can
// apply all fixes of one kind.
func fixMessage(sink *identity.Sink, source idSource) string {
	what := "name the identity by an ID that is in scope"
	switch source.kind {
	case "env":
		what = "name the identity by the client ID in " + source.text
	case "expr":
		what = "name the identity by " + source.text
	}
	if sink.Rule == identity.IMDSURL {
		return what + " (the endpoint refuses an ID that the host does not have)"
	}
	return what + " (azidentity 1.9 and later refuse an empty one when the credential is built)"
}

// idValue writes an ID as the carrier takes it: azidentity.ClientID(os.Getenv("AZURE_CLIENT_ID")).
func (e *editor) idValue(s *site, source idSource, at token.Pos) (string, bool) {
	id, ok := e.idFrom(source, at)
	if !ok {
		return "", false
	}
	for _, kind := range s.sink.Kinds {
		if kind.Word == id.word {
			return e.qualifySink(s, kind.Name, at) + "(" + id.text + ")", true
		}
	}
	return id.text, len(s.sink.Kinds) == 0
}

func (e *editor) qualifySink(s *site, name string, at token.Pos) string {
	return e.qualify(s.sink.Package, lastElement(s.sink.Package), name, at)
}

// mendOptions gives a credential's options an ID.
func (e *editor) mendOptions(s *site, source idSource) bool {
	index, fields := carrier(s.sink)
	if len(fields) != 1 || index >= len(s.node.Args) {
		return false
	}
	arg := ast.Unparen(s.node.Args[index])
	id, ok := e.idValue(s, source, arg.Pos())
	if !ok {
		return false
	}
	if e.isNew(arg) || e.isNil(arg) {
		e.replace(arg.Pos(), arg.End(), e.newOptions(s, fields[0], id))
		return true
	}
	if lit := e.literalOf(s, arg, fields[0]); lit != nil {
		return e.setField(lit, fields[0], id)
	}
	return e.assignBefore(s, arg, fields[0], id)
}

// newOptions writes &azidentity.ManagedIdentityCredentialOptions{ID: id}.
func (e *editor) newOptions(s *site, field, id string) string {
	return "&" + e.qualifySink(s, s.sink.Type, s.node.Pos()) + "{" + field + ": " + id + "}"
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
func (e *editor) literalOf(s *site, arg ast.Expr, field string) *ast.CompositeLit {
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
	base := r.base
	for {
		inner, ok := base.(instance)
		if !ok {
			break
		}
		base = inner.base
	}
	lit, ok := base.(*ast.CompositeLit)
	if !ok {
		lit = e.definition(base, s)
	}
	if lit == nil || lit.Pos() < e.file.FileStart || e.file.FileEnd <= lit.Pos() {
		return nil
	}
	if id, ok := arg.(*ast.Ident); ok && e.isReplaced(s, id, field) {
		return nil
	}
	return lit
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
func (e *editor) isReplaced(s *site, id *ast.Ident, field string) bool {
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
			if target, ok := root.(*ast.Ident); ok && e.pkg.Info.Uses[target] == obj && obj != nil && (sel == "" || sel == field) {
				replaced = true
			}
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
	isMissing := func(a atom) bool { return a == null{} || a == zero{} }
	switch {
	case !slices.ContainsFunc(s.options, isMissing):
		return e.insertStatement(s.node, obj.Pos(), target+"."+field+" = "+id)
	case len(s.options.only(isMissing)) == len(s.options):
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

// setNil replaces ID: nil, or gives the nil variable of ID: v a value.
func (e *editor) setNil(x ast.Expr, id string) bool {
	if e.isNil(ast.Unparen(x)) {
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

// mendEmpty replaces azidentity.ClientID("") by one with an ID.
func (e *editor) mendEmpty(s *site, source idSource) bool {
	if len(s.id) != 1 {
		return false
	}
	t, ok := s.id[0].(text)
	if !ok || t.at < e.file.FileStart || e.file.FileEnd <= t.at {
		return false
	}
	literal := exprAt(e.file, t.at)
	if literal == nil {
		return false
	}
	for _, n := range e.path(literal) {
		conversion, ok := n.(*ast.CallExpr)
		if !ok {
			continue
		}
		name := calleeName(conversion.Fun)
		if !e.isStringType(conversion.Fun) || !slices.ContainsFunc(s.sink.Kinds, func(k identity.Kind) bool { return k.Name == name }) {
			return false
		}
		id, ok := e.idValue(s, source, literal.Pos())
		if ok {
			e.replace(conversion.Pos(), conversion.End(), id)
		}
		return ok
	}
	return false
}
