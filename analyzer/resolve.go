package analyzer

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// importPath returns a package's path as import declarations write it.
func importPath(pkg *types.Package) string {
	path := pkg.Path()
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		return path[i+len("/vendor/"):]
	}
	return strings.TrimPrefix(path, "vendor/")
}

// funcOf returns the table's name of a function.
func funcOf(obj *types.Func) identity.Func {
	name := identity.Func{Name: obj.Name()}
	if obj.Pkg() != nil {
		name.Package = importPath(obj.Pkg())
	}
	if recv := obj.Signature().Recv(); recv != nil {
		name.Receiver = typeName(recv.Type()).Name
	}
	return name
}

// typeName returns package and name of a named type or of a pointer to one, or the zero Func.
func typeName(t types.Type) identity.Func {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return identity.Func{}
	}
	return identity.Func{Package: importPath(named.Obj().Pkg()), Name: named.Obj().Name()}
}

// object returns what an identifier or a qualified one denotes, or nil.
func (v *visit) object(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return v.pkg.Info.ObjectOf(e)
	case *ast.SelectorExpr:
		return v.pkg.Info.ObjectOf(e.Sel)
	case *ast.IndexExpr: // an instance of a generic function
		return v.object(e.X)
	case *ast.IndexListExpr:
		return v.object(e.X)
	}
	return nil
}

// unresolved names pkg.Name where the package is imported, but its declarations are not known.
func (v *visit) unresolved(e ast.Expr) (identity.Func, bool) {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return identity.Func{}, false
	}
	id, ok := sel.X.(*ast.Ident)
	if !ok {
		return identity.Func{}, false
	}
	pkg, ok := v.pkg.Info.Uses[id].(*types.PkgName)
	if !ok {
		return identity.Func{}, false
	}
	return identity.Func{Package: importPath(pkg.Imported()), Name: sel.Sel.Name}, true
}

// typeOf returns the type of an expression, or nil where it is not known.
func (v *visit) typeOf(e ast.Expr) types.Type {
	t := v.pkg.Info.TypeOf(e)
	if t == nil || t == types.Typ[types.Invalid] {
		return nil
	}
	return t
}

// is reports whether the underlying type of e is known to be a T.
func is[T types.Type](v *visit, e ast.Expr) bool {
	t := v.typeOf(e)
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(T)
	return ok
}

// isString reports whether t is known to be a string type.
func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

// isStringType reports whether e denotes a string type: one of those that name an identity, where types are not known.
func (v *visit) isStringType(e ast.Expr) bool {
	if isString(v.typeOf(e)) {
		return true
	}
	name, ok := v.unresolved(e)
	return ok && v.checker.table.IsKind(name)
}

// isType reports whether e denotes a type, as the operand of a conversion does.
func (v *visit) isType(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.ArrayType, *ast.MapType, *ast.FuncType, *ast.InterfaceType, *ast.ChanType, *ast.StructType:
		return true
	case *ast.StarExpr:
		return v.isType(e.X)
	}
	if tv, ok := v.pkg.Info.Types[e]; ok && tv.IsType() {
		return true
	}
	_, ok := v.object(e).(*types.TypeName)
	return ok
}

// qualifier returns the identifier that an expression begins with, or nil: config in config.ID().Value.
func qualifier(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.CallExpr:
			e = x.Fun
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return nil
		}
	}
}
