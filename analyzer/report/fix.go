package report

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A Fixed is one file before and after its fixes.
type Fixed struct {
	Name     string
	Old, New []byte
	Findings []identity.Finding // that the fixes clear
}

// A Plan is what the fixes will do, and what they leave.
type Plan struct {
	Files  []Fixed            // by name
	Left   []identity.Finding // neither suppressed nor fixed
	Notes  []string           // why a finding that has a fix is left
	Errors []Error            // files that cannot be fixed
}

// Fix plans the first fix of every finding that no directive suppresses, in the order of the findings. An edit that several
// fixes share, such as an import, is made once. A fix that overlaps an earlier one is left: after that one is written, it
// may fit or be needless. A file gets all its edits or none. The result of Read is what the findings were made from.
func Fix(findings []identity.Finding, read func(name string) ([]byte, error)) *Plan {
	p := new(Plan)
	byFile := make(map[string]*edits)
	var names []string
	for _, f := range findings {
		if f.Suppressed != "" {
			continue
		}
		name := f.Position.File
		if byFile[name] == nil {
			byFile[name] = new(edits)
			names = append(names, name)
		}
		if why := byFile[name].add(f); why != "" {
			p.Notes = append(p.Notes, fmt.Sprintf("%s:%d:%d: not fixed: %s",
				filepath.ToSlash(name), f.Position.Line, f.Position.Column, why))
		}
	}
	slices.Sort(names)
	for _, name := range names {
		e := byFile[name]
		p.Left = append(p.Left, e.left...)
		if len(e.edits) == 0 {
			continue
		}
		file := Fixed{Name: name, Findings: e.fixed}
		if err := file.apply(e.edits, read); err != nil {
			p.fail(file, err)
			continue
		}
		p.Files = append(p.Files, file)
	}
	p.Left = identity.Sort(p.Left)
	return p
}

// Write replaces the files, which are found below dir. A file that cannot be written stays as it is, and its findings are left.
func (p *Plan) Write(dir string) {
	var written []Fixed
	for _, file := range p.Files {
		if err := file.write(dir); err != nil {
			p.fail(file, err)
			continue
		}
		written = append(written, file)
	}
	p.Files = written
	p.Left = identity.Sort(p.Left)
}

func (p *Plan) fail(file Fixed, err error) {
	p.Errors = append(p.Errors, Error{File: file.Name, Message: "not fixed: " + err.Error()})
	p.Left = append(p.Left, file.Findings...)
}

// edits are those of one file that can be made together.
type edits struct {
	edits       []identity.Edit
	fixed, left []identity.Finding
}

// add takes the edits of a finding's first fix, all or none. It returns why a fix is not taken.
func (e *edits) add(f identity.Finding) (why string) {
	if len(f.Fixes) == 0 {
		e.left = append(e.left, f)
		return ""
	}
	for _, edit := range f.Fixes[0].Edits {
		switch {
		case edit.File != f.Position.File:
			why = "the fix touches another file"
		case slices.ContainsFunc(e.edits, func(other identity.Edit) bool { return edit != other && overlap(edit, other) }):
			why = "the fix overlaps another one: run again once that is applied"
		}
	}
	if why != "" {
		e.left = append(e.left, f)
		return why
	}
	for _, edit := range f.Fixes[0].Edits {
		if !slices.Contains(e.edits, edit) {
			e.edits = append(e.edits, edit)
		}
	}
	e.fixed = append(e.fixed, f)
	return ""
}

// overlap tells whether the result of two different edits depends on their order. Two insertions at one place do.
func overlap(a, b identity.Edit) bool {
	if a.Start > b.Start || a.Start == b.Start && a.End > b.End {
		a, b = b, a
	}
	return a.End > b.Start || a.Start == b.Start && a.End == b.End
}

// apply makes the edits, and sees that a Go file is one afterwards.
func (f *Fixed) apply(edits []identity.Edit, read func(string) ([]byte, error)) error {
	old, err := read(f.Name)
	if err != nil {
		return err
	}
	slices.SortFunc(edits, func(a, b identity.Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var text bytes.Buffer
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > len(old) {
			return fmt.Errorf("no bytes %d to %d in the file, or the edits of a fix overlap", e.Start, e.End)
		}
		text.Write(old[at:e.Start])
		text.WriteString(e.New)
		at = e.End
	}
	text.Write(old[at:])
	f.Old, f.New = old, text.Bytes()
	return f.mustParse()
}

func (f *Fixed) mustParse() error {
	if !strings.HasSuffix(f.Name, ".go") {
		return nil
	}
	parse := func(text []byte) error {
		_, err := parser.ParseFile(token.NewFileSet(), "", text, parser.SkipObjectResolution)
		return err
	}
	switch after := parse(f.New); {
	case after == nil:
		return nil
	case parse(f.Old) != nil:
		return errors.New("mend its syntax errors first")
	default:
		return fmt.Errorf("the result would not parse: %w", after)
	}
}
