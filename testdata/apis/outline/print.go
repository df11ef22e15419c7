package main

import (
	"cmp"
	"fmt"
	"go/format"
	"go/types"
	"iter"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/whichid/whichid/testdata/apis/declared"
)

// A printer writes the outline of one package.
type printer struct {
	pkg     *types.Package
	want    *want
	all     map[string]*want
	lax     bool // types of packages that are in no list may stay unknown
	imports map[string]string
	strings.Builder
}

func newPrinter(pkg *types.Package, w *want, all map[string]*want, lax bool) *printer {
	return &printer{pkg: pkg, want: w, all: all, lax: lax, imports: make(map[string]string)}
}

// print returns the outline, formatted.
func (p *printer) print() ([]byte, error) {
	objects := make([]types.Object, 0, len(p.want.names))
	for name := range p.want.names {
		objects = append(objects, p.pkg.Scope().Lookup(name))
	}
	slices.SortFunc(objects, func(a, b types.Object) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Name(), b.Name()))
	})
	for i, object := range objects {
		if i > 0 && (rank(object) != rank(objects[i-1]) || isType(object)) {
			p.WriteString("\n")
		}
		p.object(object)
	}
	var head strings.Builder
	fmt.Fprintf(&head, "package %s\n\n", p.pkg.Name())
	if len(p.imports) > 0 {
		head.WriteString("import (\n")
		paths := slices.SortedFunc(maps.Keys(p.imports), func(a, b string) int {
			return cmp.Or(cmp.Compare(strings.Count(a, "."), strings.Count(b, ".")), cmp.Compare(a, b))
		})
		for i, imported := range paths {
			if i > 0 && strings.Contains(imported, ".") && !strings.Contains(paths[i-1], ".") {
				head.WriteString("\n")
			}
			if name := p.imports[imported]; name != path.Base(imported) || name != declared.AssumedName(imported) {
				head.WriteString(name + " ")
			}
			fmt.Fprintf(&head, "%q\n", imported)
		}
		head.WriteString(")\n\n")
	}
	return format.Source([]byte(head.String() + p.String()))
}

// rank orders constants, variables, aliases, types and functions.
func rank(object types.Object) int {
	switch object := object.(type) {
	case *types.Const:
		return 0
	case *types.Var:
		return 1
	case *types.TypeName:
		if object.IsAlias() {
			return 2
		}
		return 3
	}
	return 4
}

func isType(object types.Object) bool {
	name, ok := object.(*types.TypeName)
	return ok && !name.IsAlias()
}

func (p *printer) object(object types.Object) {
	name := object.Name()
	switch object := object.(type) {
	case *types.Const:
		if !p.known(object.Name(), object.Type()) {
			return
		}
		typ := ""
		if basic, ok := object.Type().(*types.Basic); !ok || basic.Info()&types.IsUntyped == 0 {
			typ = p.spell(object.Type())
		}
		fmt.Fprintf(p, "const %s %s = %s\n", name, typ, object.Val().ExactString())
	case *types.Var:
		if p.known(object.Name(), object.Type()) {
			fmt.Fprintf(p, "var %s %s\n", name, p.spell(object.Type()))
		}
	case *types.Func:
		if p.known(object.Name(), object.Type()) {
			body := ""
			if object.Signature().TypeParams() != nil { // go/types insists on a body
				body = " { panic(0) }"
			}
			fmt.Fprintf(p, "func %s%s%s%s\n", name, p.typeParams(object.Signature().TypeParams()), p.signature(object.Signature()), body)
		}
	case *types.TypeName:
		p.typeName(object)
	}
}

func (p *printer) typeName(object *types.TypeName) {
	if object.IsAlias() {
		rhs := object.Type().(*types.Alias).Rhs()
		if p.known(object.Name(), rhs) {
			fmt.Fprintf(p, "type %s = %s\n", object.Name(), p.spell(rhs))
		}
		return
	}
	named := object.Type().(*types.Named)
	fmt.Fprintf(p, "type %s%s %s\n", object.Name(), p.typeParams(named.TypeParams()), p.underlying(object.Name(), named.Underlying()))
	for method := range named.Methods() {
		if method.Exported() && !p.want.member(object.Name(), method.Name()) || !method.Exported() && !p.seals(named, method) {
			continue
		}
		if p.known(method.Name(), method.Type()) {
			receiver := ""
			if _, ok := method.Signature().Recv().Type().(*types.Pointer); ok {
				receiver = "*"
			}
			fmt.Fprintf(p, "func (%s%s) %s%s\n", receiver, object.Name(), method.Name(), p.signature(method.Signature()))
		}
	}
}

// seals reports whether the unexported method makes typ one of the types of a sealed interface that is wanted.
func (p *printer) seals(typ *types.Named, method *types.Func) bool {
	for name := range p.want.names {
		sealed, ok := p.pkg.Scope().Lookup(name).Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		implements := types.Implements(typ, sealed) || types.Implements(types.NewPointer(typ), sealed)
		if implements && declares(sealed, method) {
			return true
		}
	}
	return false
}

func declares(in *types.Interface, method *types.Func) bool {
	for other := range in.ExplicitMethods() {
		if other.Id() == method.Id() {
			return true
		}
	}
	return false
}

func (p *printer) underlying(name string, typ types.Type) string {
	structure, ok := typ.(*types.Struct)
	if !ok {
		return p.spell(typ)
	}
	var b strings.Builder
	for field := range structure.Fields() {
		if !field.Exported() || !p.want.member(name, field.Name()) || !p.known(field.Name(), field.Type()) {
			continue
		}
		if !field.Embedded() {
			b.WriteString(field.Name() + " ")
		}
		b.WriteString(p.spell(field.Type()) + "\n")
	}
	if b.Len() == 0 {
		return "struct{}"
	}
	return "struct {\n" + b.String() + "}"
}

// known reports whether every type that typ names is in the lists or, if others may stay unknown, in a package that is in none
// of them. It says so where it is not.
func (p *printer) known(name string, typ types.Type) bool {
	for used := range namedIn(typ) {
		if used.Pkg() == nil {
			continue
		}
		w := p.all[used.Pkg().Path()]
		if w == nil && p.lax {
			continue
		}
		if w == nil || !w.names[used.Name()] {
			fmt.Fprintf(os.Stderr, "%s: %s left out: %s.%s is in no list\n", p.pkg.Path(), name, used.Pkg().Path(), used.Name())
			return false
		}
	}
	return true
}

func (p *printer) spell(typ types.Type) string {
	if in, ok := typ.(*types.Interface); ok && !in.IsComparable() {
		return p.interfaceText(in)
	}
	return types.TypeString(typ, func(other *types.Package) string {
		if other == p.pkg {
			return ""
		}
		p.imports[other.Path()] = other.Name()
		return other.Name()
	})
}

func (p *printer) interfaceText(in *types.Interface) string {
	if in.NumMethods() == 0 && in.NumEmbeddeds() == 0 {
		return "any"
	}
	var b strings.Builder
	b.WriteString("interface {\n")
	for embedded := range in.EmbeddedTypes() {
		if p.known("an embedded interface", embedded) {
			b.WriteString(p.spell(embedded) + "\n")
		}
	}
	for method := range in.ExplicitMethods() {
		if p.known(method.Name(), method.Type()) {
			b.WriteString(method.Name() + p.signature(method.Signature()) + "\n")
		}
	}
	b.WriteString("}")
	return b.String()
}

func (p *printer) signature(signature *types.Signature) string {
	plain := types.NewSignatureType(nil, nil, nil, signature.Params(), signature.Results(), signature.Variadic())
	return strings.TrimPrefix(p.spell(plain), "func")
}

func (p *printer) typeParams(list *types.TypeParamList) string {
	var parts []string
	for param := range list.TypeParams() {
		parts = append(parts, param.Obj().Name()+" "+p.spell(param.Constraint()))
	}
	if parts == nil {
		return ""
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// namedIn yields the declared types that typ is made of.
func namedIn(typ types.Type) iter.Seq[*types.TypeName] {
	return func(yield func(*types.TypeName) bool) { walk(typ, yield) }
}

func walk(typ types.Type, yield func(*types.TypeName) bool) bool {
	switch typ := typ.(type) {
	case *types.Alias:
		return yield(typ.Obj())
	case *types.Named:
		for arg := range typ.TypeArgs().Types() {
			if !walk(arg, yield) {
				return false
			}
		}
		return yield(typ.Obj())
	case *types.Pointer:
		return walk(typ.Elem(), yield)
	case *types.Slice:
		return walk(typ.Elem(), yield)
	case *types.Array:
		return walk(typ.Elem(), yield)
	case *types.Chan:
		return walk(typ.Elem(), yield)
	case *types.Map:
		return walk(typ.Key(), yield) && walk(typ.Elem(), yield)
	case *types.Tuple:
		for v := range typ.Variables() {
			if !walk(v.Type(), yield) {
				return false
			}
		}
	case *types.Signature:
		for param := range typ.TypeParams().TypeParams() {
			if !walk(param.Constraint(), yield) {
				return false
			}
		}
		return walk(typ.Params(), yield) && walk(typ.Results(), yield)
	case *types.Struct:
		for field := range typ.Fields() {
			if !walk(field.Type(), yield) {
				return false
			}
		}
	case *types.Interface:
		for method := range typ.ExplicitMethods() {
			if !walk(method.Type(), yield) {
				return false
			}
		}
	}
	return true
}
