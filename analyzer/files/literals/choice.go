package literals

import (
	"strings"
)

// isChoice reports whether the function around builds the same with something given, too.
func (c *code) isChoice(row credential, at int) bool {
	from, to := c.function(at)
	if from == 0 {
		return false
	}
	for i := from; i < to; i++ {
		if i == at || c.word(i) != row.name {
			continue
		}
		open := i + 1
		if row.rust {
			open += 2
		}
		if c.word(open) != "(" || c.partner[open] < 0 {
			continue
		}
		if row.builder {
			if c.chainEnd(row, c.partner[open]) < 0 {
				return true
			}
		} else if !c.hasNone(row, span{open + 1, c.partner[open]}) {
			return true
		}
	}
	return false
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
