package literals

import (
	"slices"
	"strings"
)

// pretends reports whether a call says what a test expects, and runs nothing.
//
// Have: 1 * steps.sh("x"); verify(steps).sh("x"); when(exec("x"))
func (c *code) pretends(i int) bool {
	from := i
	for n := 0; n < 2*maxAround && c.word(from-1) == "."; n++ {
		from = c.operandStart(from - 2)
		if c.isMock(from) {
			return true
		}
	}
	if c.word(from-1) == "*" {
		return true
	}
	for n, open := 0, c.around(i); n < maxAround && open > 0; n, open = n+1, c.around(open) {
		if c.word(open) == "(" && c.isMock(open-1) {
			return true
		}
	}
	return false
}

// operandStart returns the first token of the name or the call that ends with token i.
func (c *code) operandStart(i int) int {
	if c.word(i) == ")" && c.partner[i] > 0 && c.is(c.partner[i]-1, name) {
		return c.partner[i] - 1
	}
	return i
}

// isMock reports whether token i is the name of something that pretends.
func (c *code) isMock(i int) bool {
	word := strings.ToLower(c.word(i))
	if !c.is(i, name) || isOneOf(word, "when given") {
		return c.is(i, name)
	}
	return slices.ContainsFunc([]string{"mock", "stub", "verify", "expect", "assert", "fake", "allow", "received", "calledwith"},
		func(s string) bool { return strings.Contains(word, s) })
}
