package apis

import (
	"fmt"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A sink is a line of the table, found in a package.
type sink struct {
	function *types.Func
	carrier  types.Type   // what holds the ID, nil if nothing does
	options  *types.Named // what holds the carrier, nil if no struct does
}

// find looks a line up: the function, and along the carrier's path the argument and its fields.
func find(line identity.Sink, pkg *types.Package) (sink, error) {
	var found sink
	receiver, name, ok := strings.Cut(line.Name, ".")
	if ok {
		typ, _ := pkg.Scope().Lookup(receiver).(*types.TypeName)
		if typ == nil {
			return found, fmt.Errorf("there is no type %s", receiver)
		}
		object, _, _ := types.LookupFieldOrMethod(types.NewPointer(typ.Type()), false, pkg, name)
		found.function, _ = object.(*types.Func)
	} else {
		found.function, _ = pkg.Scope().Lookup(line.Name).(*types.Func)
	}
	if found.function == nil {
		return found, fmt.Errorf("there is no function %s", line.Name)
	}
	if line.Carrier == "" {
		return found, nil
	}
	argument, fields, _ := strings.Cut(line.Carrier, ".")
	holder, err := operand(found.function, argument)
	if err != nil {
		return found, fmt.Errorf("carrier %s: %w", line.Carrier, err)
	}
	found.carrier = holder
	if fields == "" {
		return found, nil
	}
	if pointer, ok := holder.Underlying().(*types.Pointer); ok {
		holder = pointer.Elem()
	}
	found.options, _ = types.Unalias(holder).(*types.Named)
	for _, name := range strings.Split(fields, "|") {
		object, _, indirect := types.LookupFieldOrMethod(holder, false, pkg, name)
		field, ok := object.(*types.Var)
		if !ok || indirect || found.options == nil {
			return found, fmt.Errorf("carrier %s: %s has no field %s", line.Carrier, holder, name)
		}
		found.carrier = field.Type()
	}
	return found, nil
}

// operand returns the type of an argument, or of the receiver.
func operand(function *types.Func, name string) (types.Type, error) {
	if name == "recv" {
		if recv := function.Signature().Recv(); recv != nil {
			return recv.Type(), nil
		}
		return nil, fmt.Errorf("%s has no receiver", function.Name())
	}
	params := function.Signature().Params()
	n, err := strconv.Atoi(name)
	if err != nil || n < 0 || n >= params.Len() {
		return nil, fmt.Errorf("there is no argument %s", name)
	}
	return params.At(n).Type(), nil
}

// check says what is wrong with a line: everything it claims about types.
func check(line identity.Sink, pkg *types.Package) error {
	found, err := find(line, pkg)
	if err != nil {
		return err
	}
	if n := found.function.Signature().Params().Len(); n != line.Params {
		return fmt.Errorf("has %d parameters, not %d", n, line.Params)
	}
	options := ""
	if found.options != nil && found.options.Obj().Pkg() == pkg && !strings.HasPrefix(line.Carrier, "recv") {
		options = found.options.Obj().Name()
	}
	if options != line.Type {
		return fmt.Errorf("has options of type %q, not %q", options, line.Type)
	}
	if err := checkInstead(line, found.function, pkg); err != nil {
		return err
	}
	if basic, ok := types.Typ[types.String], found.carrier != nil; ok && types.Identical(found.carrier, basic) {
		return nil // a string says nothing of which ID it is
	}
	return checkKinds(line, pkg, found.carrier)
}

// checkInstead wants the function that a fix calls to take one string more, at its place.
func checkInstead(line identity.Sink, function *types.Func, pkg *types.Package) error {
	if line.Instead == "" {
		return nil
	}
	instead, ok := pkg.Scope().Lookup(line.Instead).(*types.Func)
	if !ok {
		return fmt.Errorf("instead %s: there is no such function", line.Instead)
	}
	var want []string
	for param := range function.Signature().Params().Variables() {
		want = append(want, spell(param.Type()))
	}
	want = slices.Insert(want, line.InsteadArgument, spell(types.Typ[types.String]))
	var got []string
	for param := range instead.Signature().Params().Variables() {
		got = append(got, spell(param.Type()))
	}
	if !slices.Equal(got, want) {
		return fmt.Errorf("instead %s: takes %v, not %v", line.Instead, got, want)
	}
	return nil
}

// checkKinds wants the kinds to be every string type of the package that the carrier takes.
func checkKinds(line identity.Sink, pkg *types.Package, carrier types.Type) error {
	claimed := make(map[string]bool)
	for _, kind := range line.Kinds {
		claimed[kind.Name] = true
		if pkg.Scope().Lookup(kind.Name) == nil {
			return fmt.Errorf("kind %s: there is no such type", kind.Name)
		}
	}
	for _, name := range pkg.Scope().Names() {
		typ, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok || !typ.Exported() {
			continue
		}
		basic, ok := typ.Type().Underlying().(*types.Basic)
		is := ok && basic.Kind() == types.String && carrier != nil && types.AssignableTo(typ.Type(), carrier)
		if is != claimed[name] {
			return fmt.Errorf("kind %s: %t, not %t", name, is, claimed[name])
		}
	}
	return nil
}
