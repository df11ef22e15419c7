package analyzer

import (
	"go/ast"
	"slices"
	"strings"
)

// An origin says where a value comes from.
type origin struct {
	kind originKind
	name string // the text, the variable of the environment, the fields as they are written, the flag, the parameter, the function
}

type originKind byte

const (
	fromElsewhere originKind = iota // memory that other code may have written, or an expression that is not understood
	fromCall
	fromField
	fromEnv
	fromFlag
	fromParameter
	fromLiteral
)

func (k originKind) String() string {
	return [...]string{"unknown", "call", "field", "env", "flag", "parameter", "literal"}[k]
}

// origins lists where the ID of a site comes from, each origin once: none where there is no ID.
func (v *visit) origins(s *site) []origin {
	var out []origin
	add := func(o origin) {
		if !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	for _, a := range s.id {
		switch a := a.(type) {
		case text:
			if constant, ok := constantText(idIn(s, a)); ok {
				if constant != "" {
					add(origin{fromLiteral, constant})
				}
				continue
			}
			for _, p := range pieces(idIn(s, a)) {
				if p.hole != nil {
					add(originOf(p.hole, s.decl))
				}
			}
		case null, zero:
		default:
			add(originOf(a, s.decl))
		}
	}
	return out
}

// originOf returns where one alternative comes from, in the words of the function that holds it.
func originOf(a atom, d *declaration) origin {
	switch a := a.(type) {
	case opaque:
		return a.origin
	case parameter:
		name := parameterName(d, a.index)
		if a.path == "" {
			return origin{fromParameter, name}
		}
		names := []string{name}
		for _, step := range a.path.steps() {
			names = append(names, string(step[1:]))
		}
		return origin{fromField, strings.Join(names, ".")}
	}
	return origin{}
}

// parameterName names a parameter of a function, the receiver first.
func parameterName(d *declaration, index int) string {
	if d.syntax == nil {
		return ""
	}
	i := 0
	for _, params := range []*ast.FieldList{d.syntax.Recv, d.syntax.Type.Params} {
		for _, field := range list(params) {
			for _, name := range field.Names {
				if i == index {
					return name.Name
				}
				i++
			}
			if len(field.Names) == 0 {
				i++
			}
		}
	}
	return ""
}

// maxOrigin bounds the name of an origin.
const maxOrigin = 80

// writtenAs gives what was read from a struct that is not known the name under which it was read.
//
// Have: cfg.Azure.ClientID
func (f *frame) writtenAs(v value, e *ast.SelectorExpr) value {
	unnamed := atom(opaque{origin{fromField, e.Sel.Name}})
	if !slices.Contains(v, unnamed) {
		return v
	}
	name := asWritten(e)
	if name == "" || len(name) > maxOrigin {
		return v
	}
	return v.each(func(a atom) value {
		if a == unnamed {
			a = opaque{origin{fromField, name}}
		}
		return value{a}
	})
}

// asWritten returns a.b.c, or "" for what is not made of names.
func asWritten(e ast.Expr) string {
	var names []string
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			slices.Reverse(names)
			return strings.Join(append([]string{x.Name}, names...), ".")
		case *ast.SelectorExpr:
			names = append(names, x.Sel.Name)
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return ""
		}
	}
}
