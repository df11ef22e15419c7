package analyzer

import (
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// toWord turns a template into text as package identity reads it. The holes are numbered in their order.
func toWord(template string) identity.Word {
	var out identity.Word
	n := 0
	for _, p := range pieces(template) {
		switch p.hole.(type) {
		case nil:
			out += identity.Text(p.literal)
			continue
		case parameter:
			out += identity.AskedHole(n)
		default:
			out += identity.Hole(n)
		}
		n++
	}
	return out
}

// fromWord turns a part of what toWord made of a text back into a template.
func fromWord(w identity.Word, of text) string {
	var holes []atom
	for _, p := range pieces(of.s) {
		if p.hole != nil {
			holes = append(holes, p.hole)
		}
	}
	var out strings.Builder
	for _, r := range string(w) {
		n, isHole := identity.HoleOf(r)
		switch {
		case !isHole:
			out.WriteRune(r)
		case n < len(holes):
			out.WriteString(hole(holes[n]))
		default:
			out.WriteString(hole(opaque{}))
		}
	}
	return out.String()
}
