package apis

import (
	"fmt"
	"go/types"
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
	params := found.function.Signature().Params()
	path := strings.Split(line.Carrier, ".")
	argument, err := strconv.Atoi(path[0])
	if err != nil || argument >= params.Len() {
		return found, fmt.Errorf("carrier %s: there is no argument %s", line.Carrier, path[0])
	}
	found.carrier = params.At(argument).Type()
	for _, name := range path[1:] {
		holder := found.carrier
		if pointer, ok := holder.Underlying().(*types.Pointer); ok {
			holder = pointer.Elem()
		}
		found.options, _ = types.Unalias(holder).(*types.Named)
		object, _, indirect := types.LookupFieldOrMethod(holder, false, pkg, name)
		field, ok := object.(*types.Var)
		if !ok || indirect || found.options == nil {
			return found, fmt.Errorf("carrier %s: %s has no field %s", line.Carrier, holder, name)
		}
		found.carrier = field.Type()
	}
	return found, nil
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
	if found.options != nil && found.options.Obj().Pkg() == pkg {
		options = found.options.Obj().Name()
	}
	if options != line.Type {
		return fmt.Errorf("has options of type %q, not %q", options, line.Type)
	}
	return checkKinds(line, pkg, found.carrier)
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
