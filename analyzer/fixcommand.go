package analyzer

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// mendCommand gives a command the flag that names an identity, behind the one that asks for it.
func (e *editor) mendCommand(s *site, source idSource) bool {
	c := s.worst()
	if c.URL != "" && c.Verdict == identity.Absent && c.Depth == 0 {
		return e.mendRequested(s, string(c.URL), source)
	}
	if c.Asks == "" || c.URL != "" || c.Verdict == identity.Empty || c.Pair() != "" {
		return false
	}
	if c.Depth > 0 {
		return c.Depth == 1 && source.kind == envSource && e.mendScript(s, c.Asks, " "+c.Flag(clientWord)+" "+shellVariable(source.text))
	}
	list, i := e.word(s, c.Asks)
	if c.Value != "" {
		i++
	}
	if list == nil || i >= len(list) {
		return false
	}
	id, ok := e.idFrom(source, list[i].Pos())
	flag := c.Flag(id.word)
	if !ok || flag == "" {
		return false
	}
	e.insert(list[i].End(), ", "+strconv.Quote(flag)+", "+id.text)
	return true
}

// mendRequested adds the ID to the URL that a command requests, if that is a literal with all of the query.
//
// Have: exec.Command("curl", …, "http://…/token?resource=…")
func (e *editor) mendRequested(s *site, url string, source idSource) bool {
	list, i := e.word(s, url)
	if list == nil || !strings.Contains(url, "?") || strings.Contains(url, "#") {
		return false
	}
	id, ok := e.idParam(text{s: url}, source, list[i].Pos())
	return ok && e.extendSum(list[i], id.pair(), id.text)
}

// unset says what an ID that is not set will mean, or nothing for what it means in a URL.
func (s *site) unset() string {
	if s.sink.Form == identity.FormCommand && s.worst().URL != "" {
		return ""
	}
	return s.sink.Unset
}

// shellVariable is a variable of the environment that must be set.
func shellVariable(name string) string {
	return `"${` + name + `:?set it to the client ID of the managed identity}"`
}

// word finds a word of the command as a literal: the list that it stands in, and where. It must be the only one, in the call or
// else in the function.
func (e *editor) word(s *site, text string) ([]ast.Expr, int) {
	for _, in := range []ast.Node{s.node, s.decl.node()} {
		var list []ast.Expr
		at, count := 0, 0
		ast.Inspect(in, func(n ast.Node) bool {
			var elements []ast.Expr
			first := 0
			switch n := n.(type) {
			case *ast.CompositeLit:
				elements = n.Elts
			case *ast.CallExpr:
				elements, first = n.Args, e.furtherArguments(n)
			}
			for i, element := range elements {
				if lit, ok := element.(*ast.BasicLit); ok && lit.Kind == token.STRING && i >= first && unquote(lit) == text {
					list, at, count = elements, i, count+1
				}
			}
			return true
		})
		if count == 1 && e.inFile(list[at].Pos()) {
			return list, at
		}
		if count > 0 {
			return nil, 0
		}
	}
	return nil, 0
}

// furtherArguments returns the index of the first argument of a call that belongs to a list of any length.
func (e *editor) furtherArguments(call *ast.CallExpr) int {
	none := len(call.Args)
	if isBuiltin(e.object(call.Fun), "append") {
		return 1
	}
	sig, ok := e.typeOf(call.Fun).(*types.Signature)
	if !ok || !sig.Variadic() || call.Ellipsis.IsValid() {
		return none
	}
	return sig.Params().Len() - 1
}

func unquote(lit *ast.BasicLit) string {
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}

// mendScript writes text behind a word of a script that stands in a literal.
func (e *editor) mendScript(s *site, word, text string) bool {
	lit, at := e.scriptWord(s, word)
	if lit == nil {
		return false
	}
	if lit.Value[0] == '"' {
		text = strings.ReplaceAll(text, `"`, `\"`)
	}
	e.add(at+len(word), at+len(word), text)
	return true
}

// scriptWord finds a word of a script in a literal, and its offset in the file. It must stand once, with blanks around it, in
// the call or else in the function, and the script must not be one of cmd.exe.
func (e *editor) scriptWord(s *site, word string) (*ast.BasicLit, int) {
	for _, in := range []ast.Node{s.node, s.decl.node()} {
		var found *ast.BasicLit
		at, count := 0, 0
		for _, lit := range literals(in) {
			if identity.Program(identity.Text(unquote(lit))) == "cmd" {
				return nil, 0
			}
			for from := 1; from < len(lit.Value); {
				i := strings.Index(lit.Value[from:], word)
				if i < 0 {
					break
				}
				from += i
				end := from + len(word)
				if strings.IndexByte(" \t\n", lit.Value[from-1]) >= 0 && strings.IndexByte(" \t\n;|&)\"`", lit.Value[end]) >= 0 {
					found, at, count = lit, e.offset(lit.Pos())+from, count+1
				}
				from = end
			}
		}
		if count == 1 && e.inFile(found.Pos()) {
			return found, at
		}
		if count > 0 {
			return nil, 0
		}
	}
	return nil, 0
}

// mendRefused writes the flag that az reads in the place of the one that it refuses.
func (e *editor) mendRefused(s *site) bool {
	c := s.worst()
	if c.Depth == 1 {
		lit, at := e.scriptWord(s, c.Wrong)
		if lit == nil {
			return false
		}
		rest := strings.TrimLeft(string(e.src[at+len(c.Wrong):]), " '\"\\")
		e.add(at, at+len(c.Wrong), c.Flag(idWordOf(rest)))
		return true
	}
	list, i := e.word(s, c.Wrong)
	if c.Depth > 0 || list == nil || i+1 >= len(list) {
		return false
	}
	value := ""
	if v := e.pkg.Info.Types[list[i+1]].Value; v != nil && v.Kind() == constant.String {
		value = constant.StringVal(v)
	}
	e.replace(list[i].Pos(), list[i].End(), strconv.Quote(c.Flag(idWordOf(value))))
	return true
}

// idWordOf tells a resource ID from a client ID.
func idWordOf(id string) string { return cmp.Or(identity.NameOf(identity.Text(id), ""), clientWord) }
