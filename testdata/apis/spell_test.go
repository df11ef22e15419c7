package apis

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// spell writes a type such that two types of different type-checks are the same if they are spelled the same: full
// import paths, no names of parameters, aliases resolved, interfaces by all of their methods, in order.
func spell(typ types.Type) string {
	switch typ := types.Unalias(typ).(type) {
	case *types.Named:
		name := typ.Obj().Name()
		if pkg := typ.Obj().Pkg(); pkg != nil { // error has none
			name = pkg.Path() + "." + name
		}
		return name + spellArgs(typ.TypeArgs())
	case *types.Pointer:
		return "*" + spell(typ.Elem())
	case *types.Slice:
		return "[]" + spell(typ.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", typ.Len(), spell(typ.Elem()))
	case *types.Map:
		return fmt.Sprintf("map[%s]%s", spell(typ.Key()), spell(typ.Elem()))
	case *types.Chan:
		return fmt.Sprintf("chan(%d) %s", typ.Dir(), spell(typ.Elem()))
	case *types.Signature:
		return fmt.Sprintf("func%s%s %t %s",
			spellParams(typ.TypeParams()), spellTuple(typ.Params()), typ.Variadic(), spellTuple(typ.Results()))
	case *types.Struct:
		var fields []string
		for field := range typ.Fields() {
			fields = append(fields, fmt.Sprintf("%s %t %s", field.Id(), field.Embedded(), spell(field.Type())))
		}
		return "struct{" + strings.Join(fields, "; ") + "}"
	case *types.Interface:
		var methods []string
		for method := range typ.Methods() {
			methods = append(methods, method.Id()+spell(method.Type()))
		}
		slices.Sort(methods)
		return fmt.Sprintf("interface{%t %s}", typ.IsComparable(), strings.Join(methods, "; "))
	case *types.Basic:
		return types.Typ[typ.Kind()].Name() // byte is uint8
	case *types.TypeParam:
		return fmt.Sprintf("$%d", typ.Index())
	default:
		return types.TypeString(typ, nil)
	}
}

func spellTuple(tuple *types.Tuple) string {
	var parts []string
	for v := range tuple.Variables() {
		parts = append(parts, spell(v.Type()))
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

func spellParams(list *types.TypeParamList) string {
	var parts []string
	for param := range list.TypeParams() {
		parts = append(parts, spell(param.Constraint()))
	}
	return strings.Join(parts, ", ")
}

func spellArgs(list *types.TypeList) string {
	var parts []string
	for arg := range list.Types() {
		parts = append(parts, spell(arg))
	}
	if parts == nil {
		return ""
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func TestSpell(t *testing.T) {
	t.Parallel()
	const source = `package p

type A = map[string][]byte
type I interface { m(); Close() error }
type B[T any] struct { I; next *B[T] }

var (
	f func(a A, r ...I) (err error)
	g func(map[string][]uint8, ...I) error
	h func(map[string][]uint8, []I) error
	i interface { I; n(<-chan [3]int) }
	b B[rune]
)
`
	in := newOutlineImporter()
	in.sources["p"] = []byte(source)
	pkg, err := in.Import("p")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"f": "func(map[string][]uint8, []p.I) true (error)",
		"g": "func(map[string][]uint8, []p.I) true (error)",
		"h": "func(map[string][]uint8, []p.I) false (error)",
		"i": "interface{false Closefunc() false (error); p.mfunc() false (); p.nfunc(chan(2) [3]int) false ()}",
		"b": "p.B[int32]",
		"B": "p.B",
	} {
		if got := spell(pkg.Scope().Lookup(name).Type()); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
