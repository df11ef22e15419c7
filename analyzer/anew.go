package analyzer

import (
	"go/ast"
	"go/types"
	"slices"
)

// A summary cannot say what a function does that calls what its caller gives, as functional options are. Where the functions
// are known, the body is traced once more, with the arguments of that call.

// maxAnew bounds the blocks that are traced for that in one visit, maxNested the calls inside of each other.
const (
	maxAnew   = 20_000
	maxNested = 6
)

// worthwhile reports whether tracing a function anew can tell more than its summary.
func (f *frame) worthwhile(obj types.Object, s *summary, c *call) bool {
	if !s.open || !s.sinks && !f.decl.traced || f.decl.obj == obj || slices.Contains(f.nested, obj) {
		return false
	}
	if f.anewBlocks >= maxAnew || len(f.nested) >= maxNested {
		return false
	}
	given := c.operands()
	if s.variadic && !c.Ellipsis.IsValid() && len(given) < s.params {
		return true // no options: none is called
	}
	params := obj.(*types.Func).Signature().Params()
	for i, v := range given {
		if f.holdsFunction(v) || slices.Contains(v, atom(null{})) && mayCall(params, i-(len(given)-len(c.args))) {
			return true
		}
	}
	return false
}

// takesFunctions reports whether a parameter of a function is one that it may call, a list of such, or a struct with one.
func takesFunctions(fn *types.Func) bool {
	for param := range fn.Signature().Params().Variables() {
		t := param.Type().Underlying()
		if p, ok := t.(*types.Pointer); ok {
			t = p.Elem().Underlying()
		}
		if isCallable(t) {
			return true
		}
		if s, ok := t.(*types.Struct); ok {
			for field := range s.Fields() {
				if isCallable(field.Type().Underlying()) {
					return true
				}
			}
		}
	}
	return false
}

// isCallable reports whether t is a function, or a list of functions or interfaces.
func isCallable(t types.Type) bool {
	if s, ok := t.(*types.Slice); ok {
		switch s.Elem().Underlying().(type) {
		case *types.Signature, *types.Interface:
			return true
		}
	}
	_, ok := t.(*types.Signature)
	return ok
}

// mayCall reports whether a parameter is a function or a list, so that nil says that nothing is called.
func mayCall(params *types.Tuple, i int) bool {
	if i < 0 || i >= params.Len() {
		return false
	}
	switch params.At(i).Type().Underlying().(type) {
	case *types.Signature, *types.Slice:
		return true
	}
	return false
}

// operands lists the receiver, if there is one, and the arguments.
func (c *call) operands() []value {
	if c.recv == nil {
		return c.args
	}
	return append([]value{c.recv}, c.args...)
}

// holdsFunction reports whether v is a known function, or a struct or a list with one.
func (f *frame) holdsFunction(v value) bool {
	return slices.ContainsFunc(v, func(a atom) bool {
		var parts map[path]value
		switch a := a.(type) {
		case ref:
			parts = f.mem.listed(a.base)
		case structure:
			parts = a.cells
		default:
			return isFunction(a)
		}
		for _, inner := range parts {
			if slices.ContainsFunc(inner, isFunction) {
				return true
			}
		}
		return false
	})
}

// applyAnew traces the body of a called function with the arguments of the call.
func (f *frame) applyAnew(obj types.Object, c *call) []value {
	d := f.decls[obj]
	inner := &frame{
		visit: f.visit, decl: d, mem: f.mem.clone(), recording: f.recording, running: f.running, outcome: &outcome{},
		apart: newSiteLog(), nested: append(slices.Clip(f.nested), obj),
	}
	inner.bindArguments(d.syntax, c)
	out := inner.trace(d.syntax.Body, d.syntax.Type.Results, inner.mem)
	for _, s := range inner.apart.sites {
		own := f.siteAt[siteKey{s.sink, s.node}]
		if own != nil && (own.overall() == absent || own.overall() == empty) || !f.isCertain(s) {
			continue // the function itself is to blame, or does not always come there
		}
		f.note(site{sink: s.sink, node: c.CallExpr, options: s.options, id: s.id, wrapper: obj.Name(), guarded: s.guarded, mixed: true})
	}
	results := out.all(d.syntax.Type.Results)
	if out.mem == nil {
		return results
	}
	a := &adoption{frame: f, call: c.CallExpr, from: d.node()}
	return a.adopt(out.mem, results)
}

// bindArguments gives the parameters of a function what a call has for them.
func (f *frame) bindArguments(fn *ast.FuncDecl, c *call) {
	args := c.operands()
	i := 0
	for _, params := range []*ast.FieldList{fn.Recv, fn.Type.Params} {
		for _, field := range list(params) {
			v := unknown()
			_, variadic := field.Type.(*ast.Ellipsis)
			for j := range max(1, len(field.Names)) {
				switch {
				case variadic && !c.Ellipsis.IsValid() && i >= len(args):
					v = value{null{}}
				case variadic && !c.Ellipsis.IsValid():
					v = f.newList(c.CallExpr, args[i:])
				case i < len(args):
					v = args[i]
				}
				if j < len(field.Names) {
					if obj := f.pkg.Info.Defs[field.Names[j]]; obj != nil {
						f.mem.store(cell{base: obj}, v)
					}
				}
				i++
			}
		}
	}
	f.bindResults(fn.Type.Results)
}
