package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
)

// maxValue bounds the text that variables are put into.
const maxValue = 16 << 10

// A variable is what a script does to one.
type variable struct {
	assigned []assignment // in the order of the text
	open     bool         // it also gets values that are not seen
}

// An assignment gives a variable its value.
type assignment struct {
	at       uint // in the text
	straight bool // in the order of the text: in no clause and no function
	value    *syntax.Word
	array    *syntax.ArrayExpr

	looked bool // for the text: while it is being looked up it is not known, so that no value holds itself
	text   excerpt.Text
	known  bool
}

// last returns the assignment that holds where a variable is used: the only one, or the last of several that are made one behind
// another, if that is where it is used, too. It is nil if that is not known.
func (v *variable) last(used uint, straight bool) *assignment {
	if v == nil || v.open || len(v.assigned) == 0 {
		return nil
	}
	if len(v.assigned) == 1 {
		return &v.assigned[0]
	}
	var last *assignment
	for i := range v.assigned {
		if !straight || !v.assigned[i].straight {
			return nil
		}
		if v.assigned[i].at < used {
			last = &v.assigned[i]
		}
	}
	return last
}

// assignments lists the variables of a script.
func (s *script) assignments(file *syntax.File) map[string]*variable {
	out := make(map[string]*variable)
	of := func(name string) *variable {
		if out[name] == nil {
			out[name] = new(variable)
		}
		return out[name]
	}
	walk(file, func(n syntax.Node, around *trail) {
		switch n := n.(type) {
		case *syntax.CallExpr:
			for _, name := range filled(n) {
				of(name).open = true
			}
		case *syntax.Assign:
			if n.Name == nil || n.Naked || around.isForCommand() {
				break
			}
			v := of(n.Name.Value)
			v.open = v.open || n.Append || n.Index != nil
			v.assigned = append(v.assigned, assignment{at: n.Pos().Offset(), straight: around.clauses == 0, value: n.Value, array: n.Array})
		case *syntax.WordIter:
			of(n.Name.Value).open = true
		case *syntax.ParamExp:
			if n.Param != nil && n.Exp != nil && (n.Exp.Op == syntax.AssignUnset || n.Exp.Op == syntax.AssignUnsetOrNull) {
				of(n.Param.Value).open = true
			}
		}
	})
	return out
}

// filled returns the variables that a command fills.
//
// Have: read -r NAME, getopts ab: NAME, mapfile -t NAME, printf -v NAME
func filled(call *syntax.CallExpr) (names []string) {
	if len(call.Args) == 0 {
		return nil
	}
	switch call.Args[0].Lit() {
	case "read", "getopts", "mapfile", "readarray", "printf", "unset":
		for _, arg := range call.Args[1:] {
			names = append(names, arg.Lit())
		}
	}
	return names
}

// isPlaceholder reports whether a script leaves a value for its user to fill in.
//
// Have: ID=, ID=<your ID>, ID={{ id }}
func isPlaceholder(value string) bool {
	value = strings.TrimSpace(value)
	return value == "" || strings.HasPrefix(value, "<") && strings.HasSuffix(value, ">") ||
		strings.HasPrefix(value, "{") && strings.HasSuffix(value, "}")
}

// value returns the value of a variable, if that is known. One that is empty, or a placeholder, is for the user to fill in.
//
// Have: IMDS=http://169.254.169.254/metadata/identity/oauth2/token; curl "$IMDS?resource=…"
func (s *script) value(p *syntax.ParamExp) (excerpt.Text, bool) {
	if !isPlain(p) {
		return excerpt.Text{}, false
	}
	v := s.variables[p.Param.Value].last(p.Pos().Offset(), s.straight)
	if v == nil || v.value == nil {
		return excerpt.Text{}, false
	}
	if !v.looked {
		v.looked = true
		v.text = s.meaning(v.value)
		v.known = !isPlaceholder(v.text.String())
	}
	return v.text, v.known
}

// elements returns the elements of an array that stands for as many words.
//
// Have: "${args[@]}", where args=(login --identity)
func (s *script) elements(w *syntax.Word) ([]*syntax.Word, bool) {
	p := only(w)
	if p == nil || p.Param == nil || p.Excl || p.Length || p.Slice != nil || p.Repl != nil || p.Exp != nil {
		return nil, false
	}
	index, ok := p.Index.(*syntax.Word)
	v := s.variables[p.Param.Value].last(p.Pos().Offset(), s.straight)
	if !ok || index.Lit() != "@" && index.Lit() != "*" || v == nil || v.array == nil {
		return nil, false
	}
	var out []*syntax.Word
	for _, element := range v.array.Elems {
		if element.Index != nil || element.Value == nil {
			return nil, false
		}
		out = append(out, element.Value)
	}
	return out, true
}

// only returns the variable that is all of a word, with quotes or without.
func only(w *syntax.Word) *syntax.ParamExp {
	parts := w.Parts
	if len(parts) == 1 {
		if quoted, ok := parts[0].(*syntax.DblQuoted); ok {
			parts = quoted.Parts
		}
	}
	if len(parts) != 1 {
		return nil
	}
	p, _ := parts[0].(*syntax.ParamExp)
	return p
}
