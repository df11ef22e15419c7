package analyzer

import (
	"bytes"
	"go/ast"
	"go/types"

	"github.com/whichid/whichid/analyzer/identity"
)

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
	if !isCall || s.sink.Instead == "" || len(call.Args) < max(s.sink.InsteadArgument, 1) {
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
	if s.sink.InsteadArgument == 0 {
		e.insert(call.Args[0].Pos(), id.text+", ")
	} else {
		e.insertArgument(call.Args[s.sink.InsteadArgument-1], id.text)
	}
	return true
}

// insertArgument writes an argument behind another one: on a line of its own where that one stands so, behind its comment.
func (e *editor) insertArgument(before ast.Expr, text string) {
	indent, first := e.margin(e.offset(before.Pos()))
	at := e.offset(before.End())
	end := e.lineEnd(at)
	rest := bytes.TrimSpace(e.src[at:end])
	next, comma := bytes.CutPrefix(rest, []byte(","))
	next = bytes.TrimSpace(next)
	switch {
	case first && comma && (len(next) == 0 || bytes.HasPrefix(next, []byte("//"))):
		e.add(end, end, "\n"+indent+text+",")
	case first && bytes.HasPrefix(rest, []byte(")")):
		e.add(at, at, ",\n"+indent+text)
	default:
		e.add(at, at, ", "+text)
	}
}
