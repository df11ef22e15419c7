package analyzer

import (
	"go/token"
	"strconv"
	"strings"
)

// formatted is fmt.Sprintf: verbs that print a string as it is take the argument's text, all others leave a hole.
func formatted(layout value, args []value, at token.Pos) value {
	out := value{}
	for _, l := range as[text](layout) {
		if len(l.s) > maxText {
			return unknown()
		}
		p := printer{at: l.at, args: args, out: value{text{at: l.at}}}
		for _, part := range pieces(l.s) {
			if part.hole != nil {
				p.write(hole(part.hole))
			} else {
				p.layout(part.literal)
			}
		}
		p.flush()
		out = join(out, p.out)
	}
	return asText(out, at)
}

// A printer writes the text of a format and of its arguments.
type printer struct {
	at   token.Pos
	args []value
	next int // the argument that the next verb takes
	out  value
	same strings.Builder // what follows out in all alternatives
}

func (p *printer) write(template string) { p.same.WriteString(template) }

// flush appends what was written, all at once: every text is looked at when something is appended to it.
func (p *printer) flush() {
	if p.same.Len() > 0 {
		p.out = concat(p.out, value{text{s: p.same.String(), at: p.at}})
		p.same.Reset()
	}
}

// layout prints a part of the format.
func (p *printer) layout(s string) {
	for s != "" {
		before, after, found := strings.Cut(s, "%")
		if before != "" {
			p.write(before)
		}
		if !found {
			return
		}
		s = p.verb(after)
	}
}

// verb prints what stands behind a percent sign, and returns what follows it.
func (p *printer) verb(s string) (rest string) {
	end := letterAt(s)
	if end < 0 {
		return ""
	}
	flags, letter, rest := s[:end], s[end], s[end+1:]
	if letter == '%' {
		p.write("%")
		return rest
	}
	p.next += strings.Count(flags, "*") // a width takes an argument too
	if number, ok := strings.CutPrefix(flags, "["); ok {
		n, err := strconv.Atoi(strings.TrimSuffix(number, "]"))
		if err != nil {
			n = len(p.args) + 1
		}
		p.next, flags = n-1, ""
	}
	if flags == "" && strings.ContainsRune("svd", rune(letter)) && p.next >= 0 && p.next < len(p.args) {
		p.flush()
		p.out = concat(p.out, asText(p.args[p.next], p.at))
	} else {
		p.write(hole(opaque{}))
	}
	p.next++
	return rest
}

// letterAt returns where the letter of a verb stands behind its flags, or -1. A letter between brackets belongs to the number of an
// argument, a wrong one (https://pkg.go.dev/fmt#hdr-Explicit_argument_indexes).
func letterAt(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '[':
			i += max(strings.IndexByte(s[i:], ']'), 0)
		case c == '%' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			return i
		}
	}
	return -1
}
