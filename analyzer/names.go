package analyzer

import (
	"go/ast"
	"go/types"
	"slices"
)

// Have: x
func (f *frame) ident(e *ast.Ident) value {
	switch obj := f.pkg.Info.ObjectOf(e).(type) {
	case *types.Nil:
		return value{null{}}
	case *types.Var:
		return f.variable(obj)
	case *types.Func:
		return f.functionValue(e, obj)
	}
	return unknown()
}

func (f *frame) variable(obj *types.Var) value {
	if isGlobal(obj) && f.mem.at(obj) == nil {
		f.mem.store(cell{base: obj}, f.global(obj))
		if g := f.globals[obj]; g != nil && g.written && !slices.Contains(f.storedGlobals, types.Object(obj)) {
			f.storedGlobals = append(f.storedGlobals, obj)
		}
	}
	return f.mem.load(cell{base: f.base(obj)})
}

func isGlobal(obj types.Object) bool { return obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() }

// functionValue returns a function that is not called here.
func (f *frame) functionValue(e ast.Expr, obj *types.Func) value {
	obj = obj.Origin()
	if f.decls[obj] != nil {
		return value{function{obj}}
	}
	return value{api{funcOf(obj), e}}
}

// Have: x.Method, which holds its receiver
func (f *frame) methodValue(e *ast.SelectorExpr, obj *types.Func) value {
	if f.decls[obj] == nil {
		f.forget(f.addressOf(e.X)) // it may be called at any time
		return value{opaque{origin{fromCall, obj.Name()}}}
	}
	at := cell{base: ast.Node(e)}
	f.mem.store(at, f.receiver(e, obj))
	return value{method{obj, at}}
}

// Have: x.f, pkg.F, x.Method
func (f *frame) selector(e *ast.SelectorExpr) value {
	switch obj := f.pkg.Info.ObjectOf(e.Sel).(type) {
	case *types.Func:
		if obj.Signature().Recv() != nil && !f.isType(e.X) {
			return f.methodValue(e, obj.Origin())
		}
		return f.functionValue(e, obj)
	case *types.Var:
		if isGlobal(obj) {
			if obj.Pkg() == f.pkg.Types {
				return f.variable(obj)
			}
			return f.writtenAs(value{opaque{origin{fromField, obj.Name()}}}, e)
		}
		v := f.eval(e.X)
		for _, name := range f.fieldPath(e) {
			v = f.read(v, path("").field(name))
		}
		if len(as[parameter](v)) == len(v) {
			if known, ok := f.fieldText(obj); ok {
				return known
			}
		}
		return f.writtenAs(v, e)
	}
	if name, ok := f.unresolved(e); ok {
		return value{api{name, e}}
	}
	return f.writtenAs(f.read(f.eval(e.X), path("").field(e.Sel.Name)), e)
}
