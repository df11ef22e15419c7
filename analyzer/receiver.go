package analyzer

import (
	"go/ast"
	"go/types"

	"github.com/whichid/whichid/analyzer/identity"
)

// callee returns what fun calls, and the receiver if it is a method.
func (f *frame) callee(fun ast.Expr) (value, value) {
	fun = ast.Unparen(fun)
	sel, isSelector := fun.(*ast.SelectorExpr)
	switch obj := f.object(fun).(type) {
	case *types.Func:
		obj = obj.Origin()
		var recv value
		if isSelector && obj.Signature().Recv() != nil && !f.isType(sel.X) {
			recv = f.receiver(sel, obj)
			if types.IsInterface(obj.Signature().Recv().Type()) {
				obj, recv = f.dynamic(obj, recv)
			}
		}
		if f.decls[obj] != nil {
			return value{function{obj}}, recv
		}
		return value{api{name: funcOf(obj)}}, recv
	case nil:
		if !isSelector {
			break
		}
		if name, ok := f.unresolved(sel); ok {
			return value{api{name: name}}, nil
		}
		// A method of a type that is not known.
		return value{api{name: identity.Func{Receiver: anyType, Name: sel.Sel.Name}}}, f.addressOf(sel.X)
	}
	if lit, ok := fun.(*ast.FuncLit); ok {
		return value{closure{lit, f.env}}, nil
	}
	return f.eval(fun), nil
}

// dynamic returns the method that a call through an interface comes to, if all that the interface may hold are pointers to
// structs of one type of the package.
func (f *frame) dynamic(method *types.Func, recv value) (*types.Func, value) {
	var found *types.Func
	for _, a := range recv {
		r, isRef := a.(ref)
		t := f.typeOfBase(r.base)
		if !isRef || r.path != "" || t == nil {
			return method, recv
		}
		obj, index, _ := types.LookupFieldOrMethod(types.NewPointer(t), true, f.pkg.Types, method.Name())
		m, ok := obj.(*types.Func)
		if !ok || len(index) != 1 || f.decls[m.Origin()] == nil || found != nil && found != m.Origin() {
			return method, recv
		}
		found = m.Origin()
	}
	if found == nil {
		return method, recv
	}
	if _, pointer := found.Signature().Recv().Type().(*types.Pointer); !pointer {
		return found, f.loadAll(deref(recv))
	}
	return found, recv
}

// typeOfBase returns the struct type of what was allocated, or nil.
func (f *frame) typeOfBase(base any) types.Type {
	var t types.Type
	switch base := base.(type) {
	case instance:
		return f.typeOfBase(base.base)
	case *ast.CompositeLit:
		t = f.typeOf(base)
	case *types.Var:
		t = base.Type()
	}
	if t == nil {
		return nil
	}
	if _, ok := t.Underlying().(*types.Struct); !ok {
		return nil
	}
	return t
}

// anyType is the receiver of a method of a type that is not known.
const anyType = "?"

// receiver returns the receiver of a method call as the method sees it.
func (f *frame) receiver(sel *ast.SelectorExpr, method *types.Func) value {
	_, pointer := method.Signature().Recv().Type().(*types.Pointer)
	if embedded := f.embeddedPath(sel); len(embedded) > 0 {
		return f.promotedReceiver(sel.X, embedded, pointer)
	}
	if pointer && !is[*types.Pointer](f.visit, sel.X) {
		return f.addressOf(sel.X)
	}
	return f.eval(sel.X)
}

// promotedReceiver returns the embedded field of x that a method belongs to. A call is evaluated once.
func (f *frame) promotedReceiver(x ast.Expr, embedded []string, pointer bool) value {
	_, isCall := ast.Unparen(x).(*ast.CallExpr)
	if pointer && !isCall {
		targets := f.pointees(x)
		for _, name := range embedded {
			targets = f.fields(targets, name)
		}
		if len(targets) > 0 {
			return refs(targets)
		}
	}
	v := f.eval(x)
	if targets := deref(v); pointer && len(targets) > 0 {
		for _, name := range embedded {
			targets = f.fields(targets, name)
		}
		return refs(targets)
	}
	for _, name := range embedded {
		v = f.read(v, path("").field(name))
	}
	return v
}

// embeddedPath names the embedded fields that a method is promoted from.
func (f *frame) embeddedPath(sel *ast.SelectorExpr) []string {
	selection := f.pkg.Info.Selections[sel]
	if selection == nil || selection.Kind() != types.MethodVal {
		return nil
	}
	index := selection.Index()
	return fieldNames(selection.Recv(), index[:len(index)-1])
}

// addressOf returns the pointer that x is, or the address of x.
func (f *frame) addressOf(x ast.Expr) value {
	v := f.eval(x)
	if len(deref(v)) > 0 {
		return v
	}
	if cells := f.location(x); len(cells) > 0 {
		return refs(cells)
	}
	return v
}
