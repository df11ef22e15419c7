package main

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

// A reading is what was found in some texts.
type reading struct {
	name     string
	texts    map[string][]byte
	findings []identity.Finding
	check    func(name string, before, after []byte) error // says why a file may not become what its fixes make of it
}

// promises says which promises the findings break: where they stand, and what their fixes do.
func (r *reading) promises() (broken []string) {
	for _, f := range r.findings {
		p := f.Position
		text, known := r.texts[p.File]
		if !known || p.Start < 0 || p.End < p.Start || p.End > len(text) {
			broken = append(broken, fmt.Sprintf("%s: no such place: %+v", f.Rule, p))
			continue
		}
		if line := bytes.Count(text[:p.Start], []byte("\n")) + 1; line != p.Line {
			broken = append(broken, fmt.Sprintf("%s:%d: %s: byte %d is on line %d", p.File, p.Line, f.Rule, p.Start, line))
		}
		for _, fix := range f.Fixes {
			if why := badEdits(fix.Edits, p.File, len(text)); why != "" {
				broken = append(broken, fmt.Sprintf("%s:%d: %s: %s: %s", p.File, p.Line, f.Rule, fix.Message, why))
			}
		}
	}
	return broken
}

// badEdits says what is wrong with the edits of a fix.
func badEdits(edits []identity.Edit, file string, size int) string {
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, func(a, b identity.Edit) int { return a.Start - b.Start })
	at := 0
	for _, e := range sorted {
		switch {
		case e.File != file:
			return "an edit of another file"
		case e.Start < 0 || e.End < e.Start || e.End > size:
			return fmt.Sprintf("no bytes %d to %d", e.Start, e.End)
		case e.Start < at:
			return "edits overlap"
		}
		at = e.End
	}
	if len(edits) == 0 {
		return "no edits"
	}
	return ""
}

// mend plans the fixes as -fix does.
func (r *reading) mend() *report.Plan {
	read := func(name string) ([]byte, error) { return r.texts[name], nil }
	return report.Fix(r.findings, report.Tree{Base: "/", Roots: []string{"/"}, Read: read, Check: r.check})
}

// repeated says which findings of a plan are found again in the mended texts.
func repeated(plan *report.Plan, after []identity.Finding) (again []string) {
	type place struct {
		file, rule, message string
		start               int
	}
	found := make(map[place]int)
	for _, f := range after {
		found[place{f.Position.File, f.Rule, f.Message, f.Position.Start}] = f.Position.Line
	}
	for _, file := range plan.Files {
		edits := make(map[identity.Edit]bool)
		for _, f := range file.Findings {
			for _, e := range f.Fixes[0].Edits {
				edits[e] = true
			}
		}
		for _, f := range file.Findings {
			start := f.Position.Start
			for e := range edits {
				if e.End <= f.Position.Start && e.Start < f.Position.Start {
					start += len(e.New) - (e.End - e.Start)
				}
			}
			if line, ok := found[place{f.Position.File, f.Rule, f.Message, start}]; ok {
				again = append(again, fmt.Sprintf("%s:%d: found again on line %d: %s, fixed by %q",
					f.Position.File, f.Position.Line, line, f.Message, f.Fixes[0].Edits))
			}
		}
	}
	return again
}
