package identity

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
)

// Edits are edits of one file that can be made together: in the order of the file, and none overlaps another.
type Edits struct{ list []Edit }

// Add takes the edits of a fix, all or none, and reports whether they fit. An edit that is there already is shared.
func (e *Edits) Add(fix []Edit) (fit bool) {
	var added []Edit
	for _, edit := range fix {
		at, shared := e.find(edit)
		switch {
		case shared:
			continue
		case e.overlapsAt(at, edit):
			e.remove(added)
			return false
		}
		e.list = slices.Insert(e.list, at, edit)
		added = append(added, edit)
	}
	return true
}

// Len returns how many edits there are.
func (e *Edits) Len() int { return len(e.list) }

// List returns the edits in the order of the file.
func (e *Edits) List() []Edit { return e.list }

// Apply makes the edits in a text. One that is not in the text is an error.
func (e *Edits) Apply(old []byte) ([]byte, error) {
	var text bytes.Buffer
	at := 0
	for _, edit := range e.list {
		if edit.Start < at || edit.End < edit.Start || edit.End > len(old) {
			return nil, fmt.Errorf("no bytes %d to %d in the file", edit.Start, edit.End)
		}
		text.Write(old[at:edit.Start])
		text.WriteString(edit.New)
		at = edit.End
	}
	text.Write(old[at:])
	return text.Bytes(), nil
}

func (e *Edits) remove(edits []Edit) {
	for _, edit := range edits {
		at, _ := e.find(edit)
		e.list = slices.Delete(e.list, at, at+1)
	}
}

// find returns where an edit stands in the list or would stand, and whether the very same edit is there.
func (e *Edits) find(edit Edit) (at int, shared bool) {
	at, found := slices.BinarySearchFunc(e.list, edit, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return at, found && e.list[at] == edit
}

// overlapsAt tells whether an edit that would stand at a place of the list overlaps one of its neighbours there. Then it
// overlaps no other either, since these do not overlap each other.
func (e *Edits) overlapsAt(at int, edit Edit) bool {
	return at > 0 && overlap(e.list[at-1], edit) || at < len(e.list) && overlap(edit, e.list[at])
}

// overlap tells whether the result of two different edits, which are in order, depends on that. Two insertions at one place do.
func overlap(a, b Edit) bool {
	return a.End > b.Start || a.Start == b.Start && a.End == b.End
}
