package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// A value is what is known of an expression: the alternatives that the paths to it give. The empty value belongs to code
// that no path reaches. Values are never changed, only joined.
type value []atom

// An atom is one alternative of a value. Atoms are comparable.
type atom interface{ atom() }

type (
	// opaque is some value that is not looked into; origin says where it comes from.
	opaque struct{ origin origin }
	// null is nil.
	null struct{}
	// zero is the zero value of a type that matters only when it is used.
	zero struct{}
	// text is a string, see [pieces]. At is where its decisive part stands.
	text struct {
		s  string
		at token.Pos
	}
	// number is a constant that is not a string, in Go's notation.
	number struct{ s string }
	// ref is the address of a memory cell.
	ref struct{ cell }
	// parameter is what the caller gave: the parameter's index (a receiver counts as the first), and a path into it.
	parameter struct {
		index int
		path  path
	}
	// closure is a function literal, function a declared one or one of a library.
	closure  struct{ lit *ast.FuncLit }
	function struct{ obj types.Object }
	api      struct {
		name identity.Func
		at   ast.Expr // where it is taken as a value, or nil
	}
	// structure is a struct value on its way from one cell to another.
	structure struct{ *fields }
	// setting stands in a hidden field of a struct of the table: where it was made, or given a field that matters.
	setting struct{ at ast.Expr }
)

func (opaque) atom()    {}
func (null) atom()      {}
func (zero) atom()      {}
func (text) atom()      {}
func (number) atom()    {}
func (ref) atom()       {}
func (parameter) atom() {}
func (closure) atom()   {}
func (function) atom()  {}
func (api) atom()       {}
func (structure) atom() {}
func (setting) atom()   {}

// fields is a struct value: the cells below it. The empty path is the value of all fields that have no cell of their own.
type fields struct{ cells map[path]value }

// An origin says where a value comes from.
type origin struct {
	kind originKind
	name string // the variable of the environment, the field, the function
}

type originKind byte

const (
	fromElsewhere originKind = iota // memory that other code may have written, or an expression that is not understood
	fromCall
	fromField
	fromEnv
	fromParameter
)

// maxAlternatives bounds a value. What has more alternatives is not configuration that a reader could follow either.
const maxAlternatives = 12

// unknown is the value of everything that is not understood: silence.
func unknown() value { return value{opaque{}} }

func literal(s string, at token.Pos) value { return value{text{s: escape(s), at: at}} }

// join returns the alternatives of both values. What is unknown swallows all but what may be missing, so that values
// cannot grow without end.
func join(a, b value) value {
	out := slices.Clip(a)
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	if len(out) <= maxAlternatives && !slices.Contains(out, atom(opaque{})) {
		return out
	}
	kept := out.only(func(x atom) bool { return x == null{} || x == zero{} })
	return append(kept, opaque{})
}

// covers reports whether every alternative of b is one of a.
func covers(a, b value) bool {
	for _, x := range b {
		if !slices.Contains(a, x) {
			return false
		}
	}
	return true
}

// each joins what f makes of every alternative.
func (v value) each(f func(atom) value) value {
	var out value
	for _, x := range v {
		out = join(out, f(x))
	}
	return out
}

// only returns the alternatives that keep accepts.
func (v value) only(keep func(atom) bool) value {
	var out value
	for _, x := range v {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

// as returns the alternatives of v of type A.
func as[A atom](v value) []A {
	var out []A
	for _, x := range v {
		if a, ok := x.(A); ok {
			out = append(out, a)
		}
	}
	return out
}
