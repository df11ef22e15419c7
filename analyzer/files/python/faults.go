package python

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
)

// Faults returns how many places of a program can be no Python, as far as this reader tells: brackets and strings that are not
// closed, operands without an operator between, arguments that no call takes, and lines that begin where none of their block does.
// The count is good for comparing a program with what is made of it.
func Faults(src string) (n int) {
	f := parse(excerpt.File(src), site.Reading{})
	for i := range f.tokens {
		if f.isOpen(i) || f.isBeside(i) {
			n++
		}
	}
	for _, c := range f.calls {
		n += c.faults()
	}
	return n + f.margins()
}

// isOpen reports whether token i is a bracket or a string without its other end.
func (f *file) isOpen(i int) bool {
	switch t := f.tokens[i]; t.kind {
	case open, closing, begin, end:
		return t.match < 0
	case plain:
		return !isWhole(f.word(i))
	case name, number, text, op, newline, magic:
	}
	return false
}

// isWhole reports whether a string with its prefix ends with the quotes that it begins with. One that should have fields, and was read
// without, has one that does not end.
func isWhole(s string) bool {
	prefix := strings.IndexAny(s, `"'`)
	mark := s[prefix : prefix+1]
	if triple := strings.Repeat(mark, 3); strings.HasPrefix(s[prefix:], triple) {
		mark = triple
	}
	return len(s)-prefix >= 2*len(mark) && strings.HasSuffix(s, mark) && !hasFields(s[:prefix])
}

// isBeside reports whether token i follows what it cannot: one operand another, a comma nothing.
//
// Have: f(a b), f(, a), f(a, , b)
func (f *file) isBeside(i int) bool {
	if i == 0 {
		return false
	}
	before := f.tokens[i-1]
	switch f.tokens[i].kind {
	case name:
		return !isKeyword(f.word(i)) && f.endsOperand(i-1)
	case number:
		return f.endsOperand(i - 1)
	case plain, begin:
		return f.endsOperand(i-1) && before.kind != plain && before.kind != end // "a" "b" are one
	case op:
		return f.word(i) == "," && (before.kind == open || f.word(i-1) == ",")
	case text, end, open, closing, newline, magic:
	}
	return false
}

// faults returns how many arguments have the name of one before, or none though one before has.
func (c *call) faults() (n int) {
	named := make(map[string]bool)
	for _, a := range c.args {
		switch {
		case a.star != "":
		case a.keyword == "" && len(named) > 0, named[a.keyword]:
			n++
		case a.keyword != "":
			named[a.keyword] = true
		}
	}
	return n
}

// margins returns how many lines begin elsewhere than the first one of their block.
func (f *file) margins() (n int) {
	first := make(map[int]int)
	for _, s := range f.statements {
		if !f.startsLine(s.first) {
			continue
		}
		margin := f.indent(s.first)
		if begun, known := first[s.block]; !known {
			first[s.block] = margin
		} else if begun != margin {
			n++
		}
	}
	return n
}
