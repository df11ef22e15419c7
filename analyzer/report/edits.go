package report

import (
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// edits are those of one file that can be made together, and what they fix.
type edits struct {
	identity.Edits
	fixed, left []identity.Finding
}

// add takes the edits of a finding's first fix, all or none. It returns why a fix is not taken.
func (e *edits) add(f identity.Finding) (why string) {
	isElsewhere := func(edit identity.Edit) bool { return edit.File != f.Position.File }
	switch {
	case len(f.Fixes) == 0:
	case slices.ContainsFunc(f.Fixes[0].Edits, isElsewhere):
		why = "the fix touches another file"
	case e.Add(f.Fixes[0].Edits):
		e.fixed = append(e.fixed, f)
		return ""
	default:
		why = "the fix overlaps another one: run again once that is applied"
	}
	e.left = append(e.left, f)
	return why
}
