package literals

import (
	"strings"
)

// isChoice reports whether the function around, or another of its name, builds the same with something given, too: a branch or
// its caller chooses.
func (c *code) isChoice(row credential, at int) bool {
	from, to := c.function(at)
	if to == len(c.tokens) {
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
	if to == len(c.tokens) {
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

// isOther reports whether token i is run where token j is not, by the condition around i.
//
// Have: if (x) { i } else { j }; if (x) { i; return } j; x ? i : j
func (c *code) isOther(i, j int) bool {
	for open := c.around(i); open >= 0; open = c.around(open) {
		end := c.partner[open]
		if c.word(open) != "{" || end < 0 || !c.isBranch(open) {
			continue
		}
		if j > open && j < end {
			return false
		}
		from, to := c.chain(open)
		if j >= from && j < to {
			return true
		}
		if j > end && c.around(j) >= 0 && c.leaves(open) && c.isWithin(j, c.around(open)) {
			return true
		}
	}
	return c.hasElse(min(i, j), max(i, j))
}

// isBranch reports whether a block is run only on some condition.
func (c *code) isBranch(open int) bool {
	before := open - 1
	if isOneOf(c.word(before), "-> else") {
		return true
	}
	return c.word(before) == ")" && c.partner[before] > 0 && isOneOf(c.word(c.partner[before]-1), "if elseif elsif switch when match")
}

// chain returns the tokens from the if before a block to the end of its last else.
func (c *code) chain(open int) (from, to int) {
	from, to = open, c.partner[open]+1
	for c.word(to) == "else" {
		next := to
		for next < len(c.tokens) && next < to+60 && c.word(next) != "{" {
			next++
		}
		if c.word(next) != "{" || c.partner[next] < 0 {
			break
		}
		to = c.partner[next] + 1
	}
	for {
		header := from
		for header > 0 && from-header < 60 && !isOneOf(c.word(header-1), "; { }") {
			header--
		}
		if c.word(header) != "else" || c.word(header-1) != "}" || c.partner[header-1] < 0 {
			return header, to
		}
		from = c.partner[header-1]
	}
}

// leaves reports whether what follows a block is not run after it.
func (c *code) leaves(open int) bool {
	for i := open; i < c.partner[open]; i++ {
		if isOneOf(c.word(i), "return throw raise die exit break continue") {
			return true
		}
	}
	return false
}

// isWithin reports whether token i stands in a bracket, or in the file if there is none.
func (c *code) isWithin(i, open int) bool {
	return open < 0 || i > open && i < c.partner[open]
}

// hasElse reports whether two tokens that stand near each other are apart by an else without a block.
func (c *code) hasElse(i, j int) bool {
	for n := i; n < j && j-i < 40; n++ {
		if c.word(n) == "else" || c.word(n) == "?" || c.word(n) == ":" && n > i && c.around(n) == c.around(i) {
			return true
		}
	}
	return false
}
