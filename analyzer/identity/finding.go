// Package identity is the vocabulary that all readers of whichid share: rules, findings, the table of known APIs,
// endpoints and ID keys, and the words of the messages. It knows nothing of Go syntax, so the readers of other
// files use the same words.
package identity

import (
	"cmp"
	"slices"
)

// A Finding is one mistake at one place: plain data, the same for Go and for other files.
type Finding struct {
	Rule       string // name of a Rule
	Position   Position
	Message    string // stands alone: lower case, callee first, no full stop
	Suppressed string // the reason given by a directive, or empty
	Fixes      []Fix  // in the order of the configured ID sources; drivers apply the first
}

// A Position is a range of a file. Start and End are byte offsets; lines and columns count from 1, columns in bytes.
type Position struct {
	File               string
	Start, End         int
	Line, Column       int
	EndLine, EndColumn int
}

// Unfinished is the end of the name of a file that holds what another one becomes, until it takes its place. Nobody reads those.
const Unfinished = ".whichid"

// A Fix is a set of edits that belong together, all in one file.
type Fix struct {
	Message string
	Edits   []Edit
}

// An Edit replaces the bytes [Start, End) of File by New.
type Edit struct {
	File       string
	Start, End int
	New        string
}

// Sort orders findings by file, line, column, rule and message, and drops exact repetitions of rule and place.
func Sort(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Position.File, b.Position.File),
			cmp.Compare(a.Position.Line, b.Position.Line),
			cmp.Compare(a.Position.Column, b.Position.Column),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.CompactFunc(findings, func(a, b Finding) bool {
		return a.Rule == b.Rule && a.Position == b.Position
	})
}
