package literals

import (
	"strings"
)

// isChoice reports whether the function around, or another of its name, builds the same with something given, too: a branch or
// its caller chooses.
func (c *code) isChoice(row credential, at int) bool {
	from, to := c.function(at)
	if from == 0 {
		return false
	}
	called, others := c.functionName(from), 0
	for i := range c.tokens {
		if i == at || c.word(i) != row.name || !c.isGiven(row, i) {
			continue
		}
		if i >= from && i < to {
			return true
		}
		if others++; called == "" || others > maxSites {
			continue
		}
		if other, _ := c.function(i); other != 0 && c.functionName(other) == called {
			return true
		}
	}
	return false
}

// isGiven reports whether the constructor at a token is given something.
func (c *code) isGiven(row credential, at int) bool {
	open := at + 1
	if row.rust {
		open += 2
	}
	if c.word(open) != "(" || c.partner[open] < 0 {
		return false
	}
	if row.builder {
		return c.chainEnd(row, c.partner[open]) < 0
	}
	return !c.hasNone(row, span{open + 1, c.partner[open]})
}

// functionName returns the name of the function whose header begins at a token, or "".
//
// Have: public static X name(…) {
func (c *code) functionName(header int) string {
	for i := header; i < min(header+30, len(c.tokens)) && c.word(i) != "{"; i++ {
		if c.word(i) == "(" && c.is(i-1, name) && i > header {
			return c.word(i - 1)
		}
	}
	return ""
}

// saysSystem reports whether the function around speaks of the system-assigned identity.
func (c *code) saysSystem(at int) bool {
	from, to := c.function(at)
	if from == 0 {
		return false
	}
	for i := from; i < to; i++ {
		t := c.tokens[i]
		if t.end-t.start < 200 && strings.Contains(folded(c.source[t.start:t.end]), "systemassigned") {
			return true
		}
	}
	return false
}
