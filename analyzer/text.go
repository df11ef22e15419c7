package analyzer

import (
	"fmt"
	"go/token"
	"net/url"
	"strconv"
	"strings"
)

// The string of a text atom is a template: literal text with holes. A hole stands between two holeMarks and holds an
// origin or a parameter. Templates are plain strings, so that texts compare and join like all other atoms.
const holeMark = "\x00"

// maxText bounds a template, so that a loop that appends to a string comes to an end.
const maxText = 4096

func escape(s string) string { return strings.ReplaceAll(s, holeMark, "") }

// A piece is a part of a template: literal text, or a hole that atom fills.
type piece struct {
	literal string
	hole    atom // nil for literal text
}

// pieces splits a template.
func pieces(template string) []piece {
	var out []piece
	for i, part := range strings.Split(template, holeMark) {
		switch {
		case i%2 == 1:
			out = append(out, piece{hole: parseHole(part)})
		case part != "":
			out = append(out, piece{literal: part})
		}
	}
	return out
}

// hole returns the template that consists of one hole. What it holds is escaped, so that nobody who splits a URL cuts a hole.
func hole(a atom) string {
	switch a := a.(type) {
	case parameter:
		return fmt.Sprintf("%sp%d %s%s", holeMark, a.index, url.QueryEscape(string(a.path)), holeMark)
	case opaque:
		return fmt.Sprintf("%so%d %s%s", holeMark, a.origin.kind, url.QueryEscape(a.origin.name), holeMark)
	}
	return hole(opaque{})
}

func parseHole(s string) atom {
	head, rest, _ := strings.Cut(s, " ")
	name, err := url.QueryUnescape(rest)
	if err != nil || head == "" {
		return opaque{}
	}
	n, err := strconv.ParseUint(head[1:], 10, 8)
	switch {
	case err != nil: // hole writes a number
		return opaque{}
	case head[0] == 'p':
		return parameter{index: int(n), path: path(name)}
	}
	return opaque{origin{originKind(n), name}}
}

// constantText returns a template's text if it has no hole.
func constantText(template string) (string, bool) {
	return template, !strings.Contains(template, holeMark)
}

// asText returns v as strings: what is no string yet becomes a hole.
func asText(v value, at token.Pos) value {
	return v.each(func(a atom) value {
		switch a := a.(type) {
		case text:
			if a.at == token.NoPos {
				a.at = at
			}
			return value{a}
		case zero:
			return value{text{at: at}}
		case number:
			return value{text{s: a.s, at: at}}
		}
		return value{text{s: hole(a), at: at}}
	})
}

// concat returns a followed by b, for all their alternatives. Too many of them are one that is not known: a text, like all others.
func concat(a, b value) value {
	var out value
	for _, x := range as[text](a) {
		for _, y := range as[text](b) {
			if out = join(out, value{x.append(y)}); len(out) > 0 && out[len(out)-1] == (opaque{}) {
				return asText(out, x.at) // too many
			}
		}
	}
	return asText(out, position(a))
}

func (t text) append(u text) text {
	at := t.at
	if !isDecisive(t.s) && (isDecisive(u.s) || t.s == "") {
		at = u.at
	}
	s := t.s + u.s
	if len(s) > maxText {
		s = hole(opaque{})
	}
	return text{s: s, at: at}
}

// isDecisive reports whether a template holds the part that a finding points at: the token path, or what chooses the credential
// of a connection string.
func isDecisive(template string) bool {
	return indexFold(template, tokenPath) >= 0 || indexFold(template, "fedauth=") >= 0
}

// indexFold returns where lower, which is lower case ASCII, stands in s in any letter case, or -1.
func indexFold(s, lower string) int {
	for at := 0; at+len(lower) <= len(s); at++ {
		if first := s[at] | ('a' - 'A'); first != lower[0]|('a'-'A') {
			continue
		}
		if strings.EqualFold(s[at:at+len(lower)], lower) {
			return at
		}
	}
	return -1
}

// position returns where the first text of a value stands.
func position(v value) token.Pos {
	for _, t := range as[text](v) {
		return t.at
	}
	return token.NoPos
}
