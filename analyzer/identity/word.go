package identity

import (
	"slices"
	"strings"
)

// A Word is text of which parts may not be known: each such part, a hole, is one rune of [Hole] or [AskedHole]. A reader
// splits a Word as it splits any text; what a hole stands for is the business of whoever made the Word.
type Word string

const (
	firstHole  = 0xF0000 // a plane for private use, which no program's text has
	firstAsked = 0x100000
	lastHole   = 0x10FFFD
)

// Hole returns the hole with a number below 65000: some text that is given at run time, and is taken not to be empty.
func Hole(n int) Word { return Word(rune(firstHole + n&0xFFFF)) }

// AskedHole returns the hole with a number below 65000 whose text the caller of the code decides.
func AskedHole(n int) Word { return Word(rune(firstAsked + n&0xFFFF)) }

// HoleOf returns the number of the hole that a rune is, if it is one.
func HoleOf(r rune) (n int, ok bool) {
	switch {
	case r < firstHole || r > lastHole:
		return 0, false
	case r < firstAsked:
		return int(r - firstHole), true
	}
	return int(r - firstAsked), true
}

// Text returns literal text as a Word.
func Text(s string) Word {
	return Word(strings.Map(func(r rune) rune {
		if _, ok := HoleOf(r); ok {
			return -1
		}
		return r
	}, s))
}

func isHole(r rune) bool { return r >= firstHole && r <= lastHole }

func hasHole(s string) bool { return strings.ContainsFunc(s, isHole) }

// unsureOf returns Asked if the caller decides some hole of s, else Unsure.
func unsureOf(s string) Verdict {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= firstAsked && r <= lastHole }) {
		return Asked
	}
	return Unsure
}

// given judges the text that is given as an ID.
func given(s string) Verdict {
	switch {
	case s == "":
		return Empty
	case strings.TrimFunc(s, func(r rune) bool { return r >= firstAsked && r <= lastHole }) == "":
		return Asked
	}
	return Present
}

// A Verdict is what a reader finds out about an identity.
type Verdict int

// The verdicts. Only Absent, Empty and Ignored are mistakes.
const (
	Unsure  Verdict = iota // not known
	None                   // no managed identity is asked for
	Absent                 // a managed identity is asked for, and none is named
	Empty                  // the ID is a constant empty string, which is the same as none
	Present                // an ID is given
	Ignored                // an ID is given in a way that the library or tool does not read, or refuses
	Asked                  // the caller of the code decides
)

// Unknown returns the hole of which nothing is known.
func Unknown() Word { return Hole(lastHole - firstAsked) }

// Variable returns the hole that stands for a variable of the environment. Those that hold an endpoint are told apart.
func Variable(name string) Word {
	if i := slices.Index(platformVariables(), name); i >= 0 {
		return Hole(lastHole - firstAsked - 1 - i)
	}
	return Unknown()
}

// VariableOf returns the variable of the environment that a hole made by [Variable] stands for, or "".
func VariableOf(hole int) string {
	if i := lastHole - firstAsked - 1 - hole; i >= 0 && i < len(platformVariables()) {
		return platformVariables()[i]
	}
	return ""
}
