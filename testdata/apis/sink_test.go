package apis

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// check says what is wrong with a row: everything it claims about the declarations of a package. Of another version than that
// which a row was written for, it takes it that a field which has to be empty is not there.
func check(row identity.Sink, pkg *types.Package) error {
	if row.Struct {
		return checkStruct(row, pkg)
	}
	function, err := findFunction(row, pkg)
	if err != nil {
		return err
	}
	if row.Rule == identity.Unset {
		return checkCarrier(row, function.Signature().Results().At(0).Type(), pkg)
	}
	if err := checkConditions(row, func(p identity.Place) (types.Type, error) { return operand(function, p.Argument) }); err != nil {
		return err
	}
	if err := checkInstead(row, function, pkg); err != nil {
		return err
	}
	if row.Form == identity.FormNone {
		return nil
	}
	holder, err := operand(function, row.Carrier.Argument)
	if err != nil {
		return err
	}
	if options := optionsOf(row, holder, pkg); options != row.Options {
		return fmt.Errorf("has options of type %q, not %q", options, row.Options)
	}
	return checkCarrier(row, holder, pkg)
}

func checkStruct(row identity.Sink, pkg *types.Package) error {
	name, ok := pkg.Scope().Lookup(row.Name).(*types.TypeName)
	if !ok {
		return fmt.Errorf("there is no type %s", row.Name)
	}
	if _, ok := name.Type().Underlying().(*types.Struct); !ok {
		return fmt.Errorf("%s is no struct", row.Name)
	}
	err := checkConditions(row, func(identity.Place) (types.Type, error) { return name.Type(), nil })
	if err != nil || row.Form == identity.FormNone {
		return err
	}
	return checkCarrier(row, name.Type(), pkg)
}

// findFunction looks up the function or method of a row, with the number of parameters that the row names.
func findFunction(row identity.Sink, pkg *types.Package) (*types.Func, error) {
	receiver, name, isMethod := strings.Cut(row.Name, ".")
	if !isMethod {
		receiver, name = "", row.Name
	}
	object := pkg.Scope().Lookup(name)
	if isMethod {
		typ, _ := pkg.Scope().Lookup(receiver).(*types.TypeName)
		if typ == nil {
			return nil, fmt.Errorf("there is no type %s", receiver)
		}
		object, _, _ = types.LookupFieldOrMethod(typ.Type(), true, pkg, name)
	}
	function, ok := object.(*types.Func)
	if !ok {
		return nil, fmt.Errorf("there is no function %s", row.Name)
	}
	if n := function.Signature().Params().Len(); row.Params != identity.AnyParams && n != row.Params {
		return nil, fmt.Errorf("%s has %d parameters, not %d", row.Name, n, row.Params)
	}
	return function, nil
}

// operand returns the type of an argument, or of the receiver.
func operand(function *types.Func, argument int) (types.Type, error) {
	if argument == identity.Receiver {
		if recv := function.Signature().Recv(); recv != nil {
			return recv.Type(), nil
		}
		return nil, fmt.Errorf("%s has no receiver", function.Name())
	}
	params := function.Signature().Params()
	if argument >= params.Len() {
		return nil, fmt.Errorf("%s has no argument %d", function.Name(), argument)
	}
	return params.At(argument).Type(), nil
}

// fieldOf returns the type of a field, by the path to it. A step into a map is a key of it.
func fieldOf(holder types.Type, path string) (types.Type, error) {
	for name := range strings.SplitSeq(path, ".") {
		if pointer, ok := holder.Underlying().(*types.Pointer); ok {
			holder = pointer.Elem()
		}
		if m, ok := holder.Underlying().(*types.Map); ok {
			holder = m.Elem()
			continue
		}
		object, _, _ := types.LookupFieldOrMethod(holder, false, nil, name)
		field, ok := object.(*types.Var)
		if !ok {
			return nil, noField{holder, name}
		}
		holder = field.Type()
	}
	return holder, nil
}

type noField struct {
	holder types.Type
	name   string
}

func (err noField) Error() string { return fmt.Sprintf("%s has no field %s", err.holder, err.name) }

func optionsOf(row identity.Sink, holder types.Type, pkg *types.Package) string {
	if pointer, ok := holder.Underlying().(*types.Pointer); ok {
		holder = pointer.Elem()
	}
	named, ok := types.Unalias(holder).(*types.Named)
	if !ok || named.Obj().Pkg() != pkg || row.Carrier.Argument == identity.Receiver || len(row.Carrier.Fields) == 0 {
		return ""
	}
	return named.Obj().Name()
}

// checkCarrier wants strings, or an interface that the kinds implement, to hold the ID, and whatever else only where no fix
// writes it.
func checkCarrier(row identity.Sink, holder types.Type, pkg *types.Package) error {
	carriers := []types.Type{holder}
	if len(row.Carrier.Fields) > 0 {
		carriers = nil
	}
	for _, path := range row.Carrier.Fields {
		field, err := fieldOf(holder, path)
		if err != nil {
			return err
		}
		carriers = append(carriers, field)
	}
	for _, carrier := range carriers {
		if types.Identical(carrier, types.Typ[types.String]) || row.NoCure && len(row.Kinds) == 0 {
			continue // a string says nothing of which ID it is
		}
		if err := checkKinds(row, pkg, carrier); err != nil {
			return err
		}
		if len(row.Kinds) == 0 {
			return fmt.Errorf("the ID is %s, which no fix can write", carrier)
		}
	}
	return nil
}

// checkKinds wants the kinds to be every string type of the package that the carrier takes.
func checkKinds(row identity.Sink, pkg *types.Package, carrier types.Type) error {
	claimed := make(map[string]bool)
	for _, kind := range row.Kinds {
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
		is := isString(typ.Type()) && types.AssignableTo(typ.Type(), carrier)
		if is != claimed[name] {
			return fmt.Errorf("kind %s: %t, not %t", name, is, claimed[name])
		}
	}
	return nil
}

func isString(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Kind() == types.String
}

// checkConditions wants every operand of a condition to be of a type that can have the value.
func checkConditions(row identity.Sink, operand func(identity.Place) (types.Type, error)) error {
	for _, condition := range row.When {
		holder, err := operand(condition.Place)
		if err != nil {
			return err
		}
		for _, path := range condition.Fields {
			holder, err = fieldOf(holder, path)
			if _, ok := err.(noField); ok && condition.Value == "" {
				return nil // a version without the field: nothing is in it
			}
			if err != nil {
				return err
			}
		}
		if pointer, ok := holder.Underlying().(*types.Pointer); ok {
			holder = pointer.Elem()
		}
		basic, _ := holder.Underlying().(*types.Basic)
		want := kindOf(condition.Value)
		if condition.Value != "" && (basic == nil || basic.Info()&want == 0) {
			return fmt.Errorf("a %s is never %s", holder, condition.Value)
		}
	}
	return nil
}

// kindOf tells which constants have this text.
func kindOf(value string) types.BasicInfo {
	switch {
	case value == "true", value == "false":
		return types.IsBoolean
	case strings.Trim(value, "0123456789") == "":
		return types.IsInteger
	default:
		return types.IsString
	}
}

// checkInstead wants the function that a fix calls to take one string more, at its place.
func checkInstead(row identity.Sink, function *types.Func, pkg *types.Package) error {
	if row.Instead == "" {
		return nil
	}
	instead, ok := pkg.Scope().Lookup(row.Instead).(*types.Func)
	if !ok {
		return fmt.Errorf("instead %s: there is no such function", row.Instead)
	}
	want := slices.Insert(spellEach(function), row.InsteadArgument, spell(types.Typ[types.String]))
	if got := spellEach(instead); !slices.Equal(got, want) {
		return fmt.Errorf("instead %s: takes %v, not %v", row.Instead, got, want)
	}
	return nil
}

func spellEach(function *types.Func) []string {
	var out []string
	for param := range function.Signature().Params().Variables() {
		out = append(out, spell(param.Type()))
	}
	return out
}
