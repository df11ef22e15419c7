package analyzer

import (
	"go/ast"
	"slices"
)

// Have: T(x)
func (f *frame) convert(e *ast.CallExpr) value {
	if len(e.Args) != 1 {
		return unknown()
	}
	v := f.eval(e.Args[0])
	if f.isStringType(e.Fun) {
		return asText(v, e.Args[0].Pos())
	}
	return v
}

func (f *frame) builtin(name string, e *ast.CallExpr) value {
	var args []value
	for _, arg := range e.Args {
		if !f.isType(arg) {
			args = append(args, f.eval(arg))
		}
	}
	switch name {
	case "new":
		if len(args) == 1 { // Go 1.26: new(expr)
			return f.address(e, args[0])
		}
		return f.address(e, value{zero{}})
	case "make":
		f.mem.store(cell{base: e}, value{zero{}})
		if len(args) == 0 || f.isConstant(args[0], "0") {
			f.mem.store(cell{e, lengthPart}, value{number{"0"}})
		}
		return value{ref{cell{base: e}}}
	case "append":
		return f.append(args, e)
	case "copy":
		f.forget(args[0])
	case "delete":
		if len(e.Args) == 2 {
			for _, c := range deref(args[0]) {
				f.storeParts([]cell{{c.base, c.path.key(f.key(e.Args[1]))}}, value{zero{}})
			}
		}
	}
	return unknown()
}

func (f *frame) isConstant(v value, s string) bool { return len(v) == 1 && v[0] == number{s} }

// Have: append(list, x)
func (f *frame) append(args []value, e *ast.CallExpr) value {
	if len(args) > 1 && len(as[text](args[0])) == len(args[0]) {
		return f.appendBytes(args, e)
	}
	more, known := args[1:], true
	if e.Ellipsis.IsValid() {
		more, known = f.list(args[1])
	}
	lists, ok := f.lists(args[0])
	if !ok || !known || len(lists) > maxLists {
		return unknown()
	}
	var out value
	for i, list := range lists {
		var at any = e
		if len(lists) > 1 { // each path has its own
			at = instance{e, i}
		}
		out = join(out, f.newList(at, slices.Concat(list, more)))
	}
	return out
}

// maxLists bounds how many lists are told apart where paths append to one, so that a loop that appends comes to an end.
const maxLists = 4

// Have: append(b, s...), append(b, '&'), where b is text
func (f *frame) appendBytes(args []value, e *ast.CallExpr) value {
	out := args[0]
	for _, arg := range args[1:] {
		if e.Ellipsis.IsValid() {
			out = concat(out, asText(arg, e.Pos()))
		} else {
			out = concat(out, character(arg, &call{CallExpr: e}))
		}
	}
	return out
}
