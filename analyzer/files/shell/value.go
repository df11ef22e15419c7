package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
)

// What variables stand for, which may be made to be long: in one text, and in a script with those inside.
const (
	maxValue  = 16 << 10
	maxValues = 1 << 20
)

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
	v := s.variables[p.Param.Value]
	a := v.reaching(p.Pos().Offset(), s.place)
	if a == nil {
		return excerpt.Text{}, false
	}
	t, ok := s.assignedText(v, a)
	*s.left -= t.Len()
	return t, ok && !isPlaceholder(t.String()) && *s.left >= 0
}

// assignedText returns the value of a variable behind an assignment, if that is known.
//
// Have: URL=$IMDS?resource=x; URL+="&api-version=2018-02-01"
func (s *script) assignedText(v *variable, a *assignment) (excerpt.Text, bool) {
	if a.looked || a.value == nil {
		return a.text, a.known
	}
	a.looked = true
	var b excerpt.Builder
	if a.appends {
		before := v.reaching(a.at, a.place)
		if before == nil {
			return excerpt.Text{}, false
		}
		text, ok := s.assignedText(v, before)
		if !ok {
			return excerpt.Text{}, false
		}
		*s.left -= text.Len()
		b.Keep(text)
	}
	used := s.place
	s.place = a.place
	b.Keep(s.meaning(a.value))
	s.place = used
	a.text, a.known = b.Text(), b.Len() <= maxValue && *s.left >= 0
	return a.text, a.known
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
	if !ok || index.Lit() != "@" && index.Lit() != "*" {
		return nil, false
	}
	v := s.variables[p.Param.Value]
	return v.elements(v.reaching(p.Pos().Offset(), s.place))
}

// elements returns the elements of an array behind an assignment, if they are known.
//
// Have: args=(login); args+=(--identity)
func (v *variable) elements(a *assignment) (out []*syntax.Word, ok bool) {
	if a == nil || a.array == nil {
		return nil, false
	}
	if a.appends {
		if out, ok = v.elements(v.reaching(a.at, a.place)); !ok {
			return nil, false
		}
	}
	for _, element := range a.array.Elems {
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
