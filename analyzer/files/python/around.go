package python

import (
	"regexp"

	"github.com/whichid/whichid/analyzer/files/site"
)

// saysSystem reports whether the function, the class, a case or a condition around token i says in its own words that the
// system-assigned identity is meant.
func (f *file) saysSystem(i int) bool { return f.saysWord(f.systemWord, i) }

// saysWord reports whether a name around token i matches a word, and is not negated.
func (f *file) saysWord(word *regexp.Regexp, i int) bool {
	for b := f.blockAt(i); b > 0; b = f.blocks[b].parent {
		from, to := f.blocks[b].first, f.blocks[b].end
		switch f.blocks[b].word {
		case defWord, classWord:
			if f.word(from) == asyncWord {
				from++
			}
			to = from + 2
		case "if", elifWord, caseWord, "while":
		default:
			continue
		}
		for j := from; j < to; j++ {
			if f.word(j) == "not" || f.word(j) == "!=" {
				break
			}
			if word.MatchString(f.word(j)) {
				return true
			}
		}
	}
	return false
}

// maxSiblings bounds how many spots one is compared with.
const maxSiblings = 100

// A spot is where something asks for a token: the tokens [first, end).
type spot struct {
	first, end int
	named      bool // it names the identity, or may do so
}

// A group is what a reader found at a spot.
type group struct {
	spot

	sites []site.Site
}

// choices returns the sites of groups of one kind, and tells which of them are one side of a choice.
func (f *file) choices(groups []group) []site.Site {
	var named []spot
	for _, g := range groups {
		if g.named && len(named) < maxSiblings {
			named = append(named, g.spot)
		}
	}
	var out []site.Site
	for _, g := range groups {
		for _, s := range g.sites {
			s.Choice = s.Choice || f.isChoice(g.spot, named)
			out = append(out, s)
		}
	}
	return unique(out)
}

// isChoice reports whether another branch of a condition around a spot names an identity, so that the deployment chooses.
//
// Have: if c: X(client_id=c) else: X(); if c: return X(client_id=c), and X() below; X(client_id=c) if c else X()
func (f *file) isChoice(s spot, named []spot) bool {
	for _, other := range named {
		if f.inBranches(s, other) || f.inTernary(s, other) || f.returnsBefore(other, s) || f.returnsBefore(s, other) {
			return true
		}
	}
	return false
}

// inTernary reports whether two spots stand on both sides of an else in one expression.
func (f *file) inTernary(a, b spot) bool {
	if a.first > b.first {
		a, b = b, a
	}
	return a.end <= b.first && f.statementAt(a.first) == f.statementAt(b.first) && f.hasWord(a.end, b.first, "else")
}

// inBranches reports whether two spots stand in different branches of one condition.
func (f *file) inBranches(a, b spot) bool {
	branches := make(map[int]int)
	for i := f.blockAt(a.first); i > 0; i = f.blocks[i].parent {
		if root, ok := f.condition(i); ok {
			branches[root] = i
		}
	}
	for i := f.blockAt(b.first); i > 0; i = f.blocks[i].parent {
		if root, ok := f.condition(i); ok && branches[root] != 0 {
			return branches[root] != i
		}
	}
	return false
}

// condition returns the first branch of the condition that a block is a branch of.
func (f *file) condition(b int) (root int, ok bool) {
	for {
		switch f.blocks[b].word {
		case "if", elifWord, "else", caseWord:
		default:
			return 0, false
		}
		if f.blocks[b].before < 0 {
			return b, true
		}
		b = f.blocks[b].before
	}
}

// returnsBefore reports whether a spot stands in a branch that ends the function, and another one behind that branch.
func (f *file) returnsBefore(in, behind spot) bool {
	around := f.blockAt(behind.first)
	for b := f.blockAt(in.first); b > 0; b = f.blocks[b].parent {
		blk := f.blocks[b]
		if w := blk.word; (w == "if" || w == elifWord || w == caseWord) && f.contains(blk.parent, around) &&
			blk.stop <= behind.first && f.leaves(b) {
			return true
		}
	}
	return false
}

// contains reports whether a block is another one, or around it.
func (f *file) contains(outer, b int) bool {
	for ; b >= 0; b = f.blocks[b].parent {
		if b == outer {
			return true
		}
	}
	return false
}

// leaves reports whether the last statement of a block ends the function.
func (f *file) leaves(b int) bool {
	last := f.blocks[b].stop - 1
	for last > 0 && f.tokens[last].kind == newline {
		last--
	}
	w := f.firstWord(last)
	return w == "return" || w == "raise" || w == "yield"
}
