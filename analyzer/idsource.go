package analyzer

import (
	"cmp"
	"go/ast"
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
	clientWord   = identity.ClientName
	resourceWord = identity.ResourceName
	objectWord   = identity.ObjectName
)

// idFrom writes the expression of an ID source at a position, with the import that it needs, or reports that there is none.
func (e *editor) idFrom(source idSource, at token.Pos) (idExpr, bool) {
	switch source.kind {
	case envSource:
		return idExpr{e.qualify("os", "os", "Getenv", at) + "(" + strconv.Quote(source.text) + ")", clientWord}, true
	case exprSource:
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

// inScope finds a string variable, parameter or field whose name and origin plainly say that it is a managed identity's ID:
// the nearest, and of several the first by name.
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
	if types.Identical(obj.Type(), types.Typ[types.String]) {
		if word := idWord(obj.Name(), e.wordsOf(obj)); word != "" {
			return []idExpr{{obj.Name(), word}}
		}
		return nil
	}
	return e.candidateFields(obj, obj.Name(), obj.Type(), nil)
}

// candidateFields returns those fields of a struct that hold a managed identity's ID, and those of the structs in it. Within names
// the fields that lead to the struct.
func (e *editor) candidateFields(obj *types.Var, prefix string, t types.Type, within []string) []idExpr {
	const depth = 2
	if p, ok := t.Underlying().(*types.Pointer); ok && len(within) == 0 { // deeper ones may be nil
		t = p.Elem()
	}
	fields, ok := t.Underlying().(*types.Struct)
	if !ok || len(within) == depth {
		return nil
	}
	if e.checker.table.HasRows(typeName(t).Package) { // options that may be the very ones without an ID
		return nil
	}
	var out []idExpr
	for field := range fields.Fields() {
		name := prefix + "." + field.Name()
		switch {
		case !field.Exported() && field.Pkg() != obj.Pkg():
		case types.Identical(field.Type(), types.Typ[types.String]):
			if word := idWord(field.Name(), within); word != "" {
				out = append(out, idExpr{name, word})
			}
		default:
			out = append(out, e.candidateFields(obj, name, field.Type(), append(slices.Clip(within), field.Name()))...)
		}
	}
	return out
}

// wordsOf lists the names and texts that a variable is assigned from: of variables of the environment, flags, fields, functions.
func (e *editor) wordsOf(obj *types.Var) []string {
	var words []string
	collect := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			words = append(words, n.Name)
		case *ast.BasicLit:
			words = append(words, n.Value)
		}
		return true
	}
	for _, d := range e.all {
		if isGlobal(obj) == (d.inits == nil) || !isGlobal(obj) && !isWithin(obj.Pos(), d.node()) {
			continue
		}
		ast.Inspect(d.node(), func(n ast.Node) bool {
			for _, source := range e.sourcesFor(obj, n) {
				ast.Inspect(source, collect)
			}
			return true
		})
	}
	return words
}

// sourcesFor returns what a statement or declaration assigns to a variable.
func (e *editor) sourcesFor(obj *types.Var, n ast.Node) []ast.Expr {
	var names, values []ast.Expr
	switch n := n.(type) {
	case *ast.AssignStmt:
		names, values = n.Lhs, n.Rhs
	case *ast.ValueSpec:
		for _, name := range n.Names {
			names = append(names, name)
		}
		values = n.Values
	}
	var out []ast.Expr
	for i, name := range names {
		if id, ok := name.(*ast.Ident); !ok || e.pkg.Info.ObjectOf(id) != obj {
			continue
		}
		if len(names) == len(values) {
			out = append(out, values[i])
		} else {
			out = append(out, values...) // x, err := f()
		}
	}
	return out
}

// idWord tells which name of a managed identity a variable promises by its name and its origin, or "". A plain clientID may be
// a service principal's, so one of the two must say identity, and none may say otherwise.
func idWord(name string, origin []string) string {
	name = plain(name)
	says := containsAny(name, "identity", "userassigned", "uami", "msi")
	denies := saysOtherwise(name)
	for _, word := range origin {
		word = plain(word)
		says = says || containsAny(word, "managedidentity", "userassigned", "uami", "msiclientid")
		denies = denies || saysOtherwise(word)
	}
	switch {
	case !strings.HasSuffix(name, "id") || !says || denies:
		return ""
	case containsAny(name, "resourceid", "resid"):
		return "resource"
	case containsAny(name, "objectid"):
		return "object"
	}
	return "client"
}

func saysOtherwise(name string) bool {
	return containsAny(name, "tenant", "subscription", "workload", "federat", "principal", "secret", "group", "endpoint", "provider")
}

// plain returns a name without case and without what joins words.
func plain(name string) string {
	return strings.NewReplacer("_", "", "-", "", ".", "", `"`, "").Replace(strings.ToLower(name))
}

func containsAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
