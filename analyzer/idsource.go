package analyzer

import (
	"cmp"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// An idExpr is an expression for an identity's ID, and which of the identity's names it is.
type idExpr struct {
	text string
	word string // "client", "resource" or "object"
}

// The names of an identity that a word can be of.
const (
	clientWord   = "client"
	resourceWord = "resource"
	objectWord   = "object"
)

// idFrom writes the expression of an ID source at a position, with the import that it needs, or reports that there is none.
func (e *editor) idFrom(source idSource, at token.Pos) (idExpr, bool) {
	switch source.kind {
	case "env":
		return idExpr{e.qualify("os", "os", "Getenv", at) + "(" + strconv.Quote(source.text) + ")", clientWord}, true
	case "expr":
		return idExpr{e.userExpr(source, at), clientWord}, true
	}
	return e.inScope(at)
}

// userExpr writes the expression of -id expr:EXPR@PACKAGE, under the name that the package has in this file.
func (e *editor) userExpr(source idSource, at token.Pos) string {
	if source.path == "" {
		return source.text
	}
	node, err := parser.ParseExprFrom(token.NewFileSet(), "", source.text, parser.SkipObjectResolution)
	if err != nil { // Config.Validate refuses it
		return source.text
	}
	id := qualifier(node)
	begin := strings.Index(source.text, id.Name)
	end := begin + len(id.Name)
	qualified := e.qualify(source.path, id.Name, "", at)
	return source.text[:begin] + strings.TrimSuffix(qualified, ".") + source.text[end:]
}

// inScope finds a string variable, parameter or field whose name plainly says that it is a managed identity's ID: the
// nearest, and of several the first by name.
func (e *editor) inScope(at token.Pos) (idExpr, bool) {
	for scope := e.scope(at); scope != nil && scope != types.Universe; scope = scope.Parent() {
		var found []idExpr
		for _, name := range scope.Names() {
			obj, ok := scope.Lookup(name).(*types.Var)
			if !ok || !isGlobal(obj) && obj.Pos() >= at || e.lookup(name, at) != obj || e.isNeverSet(obj) {
				continue
			}
			found = append(found, e.candidates(obj)...)
		}
		if len(found) > 0 {
			return slices.MinFunc(found, func(a, b idExpr) int { return cmp.Compare(a.text, b.text) }), true
		}
	}
	return idExpr{}, false
}

// isNeverSet reports whether a package-level variable is always empty.
func (e *editor) isNeverSet(obj *types.Var) bool {
	g := e.globals[obj]
	if g == nil || len(g.spec.Values) > 0 {
		return false
	}
	e.findGlobalWrites()
	return !g.written
}

// candidates returns a variable, or those of its fields, that hold a managed identity's ID.
func (e *editor) candidates(obj *types.Var) []idExpr {
	if isString(obj.Type()) {
		if word := idWord(obj.Name()); word != "" && types.Identical(obj.Type(), types.Typ[types.String]) {
			return []idExpr{{obj.Name(), word}}
		}
		return nil
	}
	t := obj.Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	fields, ok := t.Underlying().(*types.Struct)
	if !ok || e.checker.table.Import(typeName(t).Package)&identity.Relevant != 0 { // options that may be the very ones without an ID
		return nil
	}
	var out []idExpr
	for field := range fields.Fields() {
		visible := field.Exported() || field.Pkg() == obj.Pkg()
		if word := idWord(field.Name()); word != "" && visible && types.Identical(field.Type(), types.Typ[types.String]) {
			out = append(out, idExpr{obj.Name() + "." + field.Name(), word})
		}
	}
	return out
}

// idWord tells which name of a managed identity a variable's name promises, or "". A plain clientID may be a service
// principal's, so the name must say identity.
func idWord(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, "_", ""))
	if !strings.HasSuffix(name, "id") || !containsAny(name, "identity", "userassigned", "uami", "msi") ||
		containsAny(name, "tenant", "subscription", "workload", "federat", "principal", "secret", "group", "endpoint", "provider") {
		return ""
	}
	switch {
	case containsAny(name, "resourceid", "resid"):
		return resourceWord
	case containsAny(name, "objectid"):
		return objectWord
	}
	return clientWord
}

func containsAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
