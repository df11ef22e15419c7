package shell

import (
	"regexp"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
)

// maxValue bounds the text that variables are put into.
const maxValue = 16 << 10

// A variable is what a script does to one. Its value is known if it is assigned once, in the script, as a whole.
type variable struct {
	times int
	value *syntax.Word
	array *syntax.ArrayExpr

	looked bool // for the text: while it is being looked up it is not known, so that no value holds itself
	text   excerpt.Text
	known  bool
}

// assignments lists the variables of a script.
func (s *script) assignments(file *syntax.File) map[string]*variable {
	out := make(map[string]*variable)
	note := func(name string) *variable {
		if out[name] == nil {
			out[name] = new(variable)
		}
		out[name].times++
		return out[name]
	}
	unknown := func(name string) { note(name).times++ }
	syntax.Walk(file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.CallExpr:
			if len(n.Args) == 0 {
				break
			}
			for _, name := range filled(n) {
				unknown(name)
			}
		case *syntax.Assign:
			if n.Name == nil || n.Naked {
				break
			}
			v := note(n.Name.Value)
			v.value, v.array = n.Value, n.Array
			if n.Append || n.Index != nil {
				v.times++
			}
		case *syntax.WordIter:
			unknown(n.Name.Value)
		case *syntax.ParamExp:
			if n.Param != nil && n.Exp != nil && (n.Exp.Op == syntax.AssignUnset || n.Exp.Op == syntax.AssignUnsetOrNull) {
				unknown(n.Param.Value)
			}
		}
		return true
	})
	return out
}

// filled returns the variables that a command fills.
//
// Have: read -r NAME, getopts ab: NAME, mapfile -t NAME, printf -v NAME
func filled(call *syntax.CallExpr) (names []string) {
	switch call.Args[0].Lit() {
	case "read", "getopts", "mapfile", "readarray", "printf", "unset":
		for _, arg := range call.Args[1:] {
			names = append(names, arg.Lit())
		}
	}
	return names
}

// placeholder is how a script leaves a value for its user to fill in.
const placeholder = `^(<.*>|\{.*\}|\s*)$`

// value returns the value of a variable, if that is known. One that is empty, or a placeholder, is for the user to fill in.
//
// Have: IMDS=http://169.254.169.254/metadata/identity/oauth2/token; curl "$IMDS?resource=…"
func (s *script) value(p *syntax.ParamExp) (excerpt.Text, bool) {
	if !isPlain(p) {
		return excerpt.Text{}, false
	}
	v := s.variables[p.Param.Value]
	if v == nil || v.times != 1 || v.value == nil {
		return excerpt.Text{}, false
	}
	if !v.looked {
		v.looked = true
		v.text = s.meaning(v.value)
		v.known = !regexp.MustCompile(placeholder).MatchString(v.text.String())
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
	v := s.variables[p.Param.Value]
	if !ok || index.Lit() != "@" && index.Lit() != "*" || v == nil || v.times != 1 || v.array == nil {
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
