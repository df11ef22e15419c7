package report

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// A Tree is where the files of findings are.
type Tree struct {
	Base  string   // the working folder, absolute: names of files are relative to it
	Roots []string // the folders in which files may be changed, absolute
	Read  func(name string) ([]byte, error)
	// Check says why a file may not become what its fixes make of it, or returns nil.
	Check func(name string, before, after []byte) error
	// Format writes what the edits make of a file as people write such files, or is nil.
	Format func(name string, before, after []byte) []byte
}

// A Fixed is one file before and after its fixes.
type Fixed struct {
	Name     string
	Old, New []byte
	Findings []identity.Finding // that the fixes clear

	place place
	shown string // the name that the file has in a diff
}

// A Plan is what the fixes will do, and what they leave.
type Plan struct {
	Files  []Fixed            // by name
	Left   []identity.Finding // neither suppressed nor fixed
	Notes  []string           // why a finding that has a fix is left, and what else is to be known
	Errors []Error            // what cannot be fixed
}

// Fix plans the first fix of every finding that no directive suppresses, in the order of the findings. An edit that several
// fixes share, such as an import, is made once. A fix that overlaps an earlier one is left: after that one is written, it
// may fit or be needless. A file gets all its edits or none. The result of Read is what the findings were made from.
func Fix(findings []identity.Finding, tree Tree) *Plan {
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
			p.note(name, fmt.Sprintf("%d:%d: not fixed: %s", f.Position.Line, f.Position.Column, why))
		}
	}
	slices.Sort(names)
	places := tree.places()
	for _, name := range names {
		e := byFile[name]
		p.Left = append(p.Left, e.left...)
		if e.Len() == 0 {
			continue
		}
		file := Fixed{Name: name, Findings: e.fixed}
		err := file.apply(&e.Edits, tree)
		if err == nil {
			err = places.locate(&file)
		}
		if err != nil {
			p.fail(file, err)
			continue
		}
		p.Files = append(p.Files, file)
	}
	p.agree()
	p.Left = identity.Sort(p.Left)
	return p
}

// Leave takes files out of the plan, under all the names that they have: their findings are left.
func (p *Plan) Leave(names ...string) {
	places := make(map[place]bool)
	for _, file := range p.Files {
		if slices.Contains(names, file.Name) {
			places[file.place] = true
		}
	}
	var kept []Fixed
	for _, file := range p.Files {
		if places[file.place] {
			p.Left = append(p.Left, file.Findings...)
			continue
		}
		kept = append(kept, file)
	}
	p.Files = kept
	p.Left = identity.Sort(p.Left)
}

// apply makes the edits.
func (f *Fixed) apply(edits *identity.Edits, tree Tree) error {
	old, err := tree.Read(f.Name)
	if err != nil {
		return err
	}
	f.Old = old
	if f.New, err = edits.Apply(old); err != nil {
		return err
	}
	if tree.Format != nil {
		f.New = tree.Format(f.Name, f.Old, f.New)
	}
	return tree.Check(f.Name, f.Old, f.New)
}

// agree leaves a file that has several names, through links, if its fixes differ from name to name.
func (p *Plan) agree() {
	byPlace := make(map[place]Fixed)
	for _, file := range p.Files {
		first, known := byPlace[file.place]
		if !known {
			byPlace[file.place] = file
			continue
		}
		if string(first.New) != string(file.New) {
			message := fmt.Sprintf("not fixed: it is the same file as %s, whose fixes are others", filepath.ToSlash(first.Name))
			p.Errors = append(p.Errors, Error{File: file.Name, Message: message})
			p.Leave(first.Name)
		}
	}
}

// fail leaves a file that is not, or no longer, in the plan.
func (p *Plan) fail(file Fixed, err error) {
	p.Errors = append(p.Errors, Error{File: file.Name, Message: "not fixed: " + cause(err).Error()})
	p.Left = append(p.Left, file.Findings...)
}

func (p *Plan) note(name, text string) {
	p.Notes = append(p.Notes, filepath.ToSlash(name)+":"+text)
}

// cause leaves out of a system's error the path, which is said beside it.
func cause(err error) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return path.Err
	}
	return err
}
