// Package template finds the places of a text that a template engine fills, and writes something in their stead that every parser
// takes, of the same length: what stands behind keeps its position.
package template

import (
	"strings"
	"unicode/utf8"

	"github.com/whichid/whichid/analyzer/identity"
)

// A Kind is what comes out of a place.
type Kind int

// The kinds of places.
const (
	Value   Kind = iota // some text
	Control             // nothing: a condition, a loop, an assignment, a comment
	Block               // lines of their own, perhaps: what another template or a whole value renders
)

// A Place is a part of a text that a template engine fills.
type Place struct {
	Start, End int
	Kind       Kind
	// Line is set if nothing but places stands on the lines from From to To, the last break left out.
	Line     bool
	From, To int
	// Column is where the lines of the place begin, or -1 if that is not known.
	Column int
}

// longest is how many bytes a place may have: what is longer is two brackets that have nothing to do with each other.
const longest = 8 << 10

// Neutral returns the text with letters in place of what is filled, and with empty lines in place of lines that hold nothing
// else. It has the length of s.
func Neutral(s string) (string, []Place) {
	places := find(s)
	if len(places) == 0 {
		return s, nil
	}
	lines(s, places)
	out := []byte(s)
	filled := 0 // places on the same lines have the same bytes to fill
	for _, p := range places {
		from, to, with := p.Start, p.End, byte('x')
		switch {
		case p.Line:
			from, to, with = p.From, p.To, '\n'
		case p.Kind == Control && opens(s, p):
			with = ' '
		}
		for i := max(from, filled); i < to; i++ {
			out[i] = with
		}
		filled = to
	}
	return string(out), places
}

// opens reports whether a place ends a line that a key begins: what it renders stands on the next lines.
//
// Have: names: {{ range .names }}
func opens(s string, p Place) bool {
	after := strings.TrimLeft(s[p.End:min(len(s), p.End+80)], " \t")
	before := strings.TrimRight(s[max(0, p.Start-80):p.Start], " \t")
	return (after == "" || after[0] == '\n' || after[0] == '\r') && strings.HasSuffix(before, ":")
}

// find returns the places of a text in their order. It looks at each byte a bounded number of times.
func find(s string) []Place {
	var places []Place
	closers := map[string]int{}
	for i := 0; i < len(s); {
		if c := s[i]; c != '{' && c != '<' && c != holeLead[0] && c != holeLead[1] {
			i++
			continue
		}
		if size := holeAt(s[i:]); size > 0 {
			places = append(places, Place{Start: i, End: i + size, Column: -1})
			i += size
			continue
		}
		p, ok := at(s, i, closers)
		if !ok {
			i++
			continue
		}
		places = append(places, p)
		i = p.End
	}
	return places
}

// holeLead is the first byte of every hole.
const holeLead = "\xf3\xf4"

// holeAt returns the size of the hole that a text begins with, or 0.
func holeAt(s string) int {
	if s[0] != holeLead[0] && s[0] != holeLead[1] {
		return 0
	}
	r, size := utf8.DecodeRuneInString(s)
	if _, ok := identity.HoleOf(r); !ok {
		return 0
	}
	return size
}

// at returns the place that begins at byte i. The map holds, for each closing bracket, where the next one stands.
func at(s string, i int, closers map[string]int) (Place, bool) {
	for _, b := range brackets() {
		if !strings.HasPrefix(s[i:], b.open) || b.notBehind != "" && i > 0 && s[i-1] == b.notBehind[0] {
			continue
		}
		behind := i + len(b.open)
		if end := remark(s[behind:]); b.open == "{{" && end > 0 {
			behind += end
		}
		end, ok := next(s, behind, b.end, closers)
		if !ok {
			return Place{}, false
		}
		p := Place{Start: i, End: end, Column: -1}
		inside := s[i+len(b.open) : end-len(b.end)]
		p.Kind, p.Column = kind(b, inside)
		if b.dollar && i > 0 && s[i-1] == '$' {
			p.Start--
		}
		return p, true
	}
	return Place{}, false
}

// remark returns the length of a comment at the beginning of a place, or 0.
//
// Have: {{- /* like {{ if }} */ -}}
func remark(s string) int {
	begin := strings.TrimLeft(s[:min(len(s), 80)], "- \t\r\n")
	if !strings.HasPrefix(begin, "/*") {
		return 0
	}
	return strings.Index(s[:min(len(s), longest)], "*/") + len("*/")
}

// next returns the end of the closing bracket that stands behind byte i and in no string.
func next(s string, i int, closer string, closers map[string]int) (int, bool) {
	n, seen := closers[closer]
	if !seen || n < i && n >= 0 {
		if n = strings.Index(s[i:], closer); n >= 0 {
			n += i
		}
		closers[closer] = n
	}
	if n < 0 || n-i > longest {
		return 0, false
	}
	end := n + len(closer)
	if quoted(s[i:n]) {
		after := strings.Index(s[end:min(len(s), n+longest)], closer)
		if after >= 0 && !quoted(s[i:end+after]) {
			end += after + len(closer)
		}
	}
	return end, true
}

// quoted reports whether a string begins in a text, and does not end there.
func quoted(s string) bool {
	if strings.Contains(s, "\n") {
		return false
	}
	var quote byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote == 0 && (c == '"' || c == '\'' || c == '`'):
			quote = c
		case quote != 0 && c == '\\' && quote != '`':
			i++
		case c == quote:
			quote = 0
		}
	}
	return quote != 0
}
