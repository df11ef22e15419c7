package report

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// edits are those of one file that can be made together.
type edits struct {
	list        []identity.Edit // in the order of the file; no two of them overlap
	fixed, left []identity.Finding
}

// add takes the edits of a finding's first fix, all or none. It returns why a fix is not taken.
func (e *edits) add(f identity.Finding) (why string) {
	if len(f.Fixes) == 0 {
		e.left = append(e.left, f)
		return ""
	}
	for _, edit := range f.Fixes[0].Edits {
		at, shared := e.find(edit)
		switch {
		case edit.File != f.Position.File:
			why = "the fix touches another file"
		case !shared && e.overlapsAt(at, edit):
			why = "the fix overlaps another one: run again once that is applied"
		}
	}
	if why != "" {
		e.left = append(e.left, f)
		return why
	}
	for _, edit := range f.Fixes[0].Edits {
		if at, shared := e.find(edit); !shared {
			e.list = slices.Insert(e.list, at, edit)
		}
	}
	e.fixed = append(e.fixed, f)
	return ""
}

// find returns where an edit stands in the list or would stand, and whether the very same edit is there.
func (e *edits) find(edit identity.Edit) (at int, shared bool) {
	at, found := slices.BinarySearchFunc(e.list, edit, inOrder)
	return at, found && e.list[at] == edit
}

// overlapsAt tells whether an edit that would stand at a place of the list overlaps one of its neighbours there. Then it
// overlaps no other either, since these do not overlap each other.
func (e *edits) overlapsAt(at int, edit identity.Edit) bool {
	return at > 0 && overlap(e.list[at-1], edit) || at < len(e.list) && overlap(edit, e.list[at])
}

func inOrder(a, b identity.Edit) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// overlap tells whether the result of two different edits, which are in order, depends on that. Two insertions at one place do.
func overlap(a, b identity.Edit) bool {
	return a.End > b.Start || a.Start == b.Start && a.End == b.End
}

// applyEdits makes edits, which are in order.
func applyEdits(old []byte, list []identity.Edit) ([]byte, error) {
	var text bytes.Buffer
	at := 0
	for _, e := range list {
		if e.Start < at || e.End < e.Start || e.End > len(old) {
			return nil, fmt.Errorf("no bytes %d to %d in the file, or the edits of a fix overlap", e.Start, e.End)
		}
		text.Write(old[at:e.Start])
		text.WriteString(e.New)
		at = e.End
	}
	text.Write(old[at:])
	return text.Bytes(), nil
}
