package analyzer_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/whichid/whichid/analyzer/identity"
)

var update = flag.Bool("update", false, "write the golden files of the fixes")

// checkGoldens holds every fix to the golden file beside its source. A section has the name of the fix's message, and all
// fixes of that message in the file.
func checkGoldens(t *testing.T, source text, findings []identity.Finding) {
	t.Helper()
	for name := range source {
		golden := name + ".golden"
		got := new(txtar.Archive)
		for _, message := range fixMessages(findings, name) {
			fixed, err := apply(source, editsOf(findings, name, message))
			if err != nil {
				t.Errorf("%s: %s: %v", name, message, err)
			}
			got.Files = append(got.Files, txtar.File{Name: message, Data: fixed[name]})
		}
		if *update {
			if err := writeGolden(golden, got); err != nil {
				t.Error(err)
			}
			continue
		}
		wanted, err := os.ReadFile(golden)
		if err != nil && !os.IsNotExist(err) {
			t.Error(err)
		}
		compareGolden(t, filepath.Base(golden), got, txtar.Parse(wanted))
	}
}

func writeGolden(name string, archive *txtar.Archive) error {
	if len(archive.Files) > 0 {
		return os.WriteFile(name, txtar.Format(archive), 0o644)
	}
	if err := os.Remove(name); !os.IsNotExist(err) {
		return err
	}
	return nil
}

func compareGolden(t *testing.T, name string, got, wanted *txtar.Archive) {
	t.Helper()
	section := func(archive *txtar.Archive, name string) []byte {
		for _, file := range archive.Files {
			if file.Name == name {
				return file.Data
			}
		}
		return nil
	}
	for _, file := range got.Files {
		if want := section(wanted, file.Name); want == nil {
			t.Errorf("%s has no section for the fix %q, which gives\n%s", name, file.Name, file.Data)
		} else if !bytes.Equal(file.Data, want) {
			t.Errorf("%s: the fix %q gives\n%s\nwant\n%s", name, file.Name, file.Data, want)
		}
	}
	for _, file := range wanted.Files {
		if section(got, file.Name) == nil {
			t.Errorf("%s: no fix %q is offered", name, file.Name)
		}
	}
}

// fixMessages returns the messages of the fixes of one file, each once.
func fixMessages(findings []identity.Finding, name string) []string {
	var out []string
	for _, f := range findings {
		for _, fix := range f.Fixes {
			if f.Position.File == name && !slices.Contains(out, fix.Message) {
				out = append(out, fix.Message)
			}
		}
	}
	return out
}

func editsOf(findings []identity.Finding, name, message string) []identity.Edit {
	var out []identity.Edit
	for _, f := range findings {
		for _, fix := range f.Fixes {
			if f.Position.File == name && fix.Message == message {
				out = append(out, fix.Edits...)
			}
		}
	}
	return out
}

// apply returns source with edits. Edits that occur twice, such as imports, are applied once; other overlaps are errors.
func apply(source text, edits []identity.Edit) (text, error) {
	edits = distinct(edits)
	out := maps.Clone(source)
	for i, edit := range slices.Backward(edits) {
		old, ok := out[edit.File]
		if !ok || edit.Start < 0 || edit.End < edit.Start || edit.End > len(source[edit.File]) {
			return source, fmt.Errorf("edit %+v is outside the package", edit)
		}
		if i > 0 && edits[i-1].File == edit.File && (edits[i-1].End > edit.Start || edits[i-1].Start == edit.Start) {
			return source, fmt.Errorf("edits %+v and %+v are in conflict", edits[i-1], edit)
		}
		out[edit.File] = slices.Concat(old[:edit.Start], []byte(edit.New), old[edit.End:])
	}
	return out, nil
}

// distinct returns edits in the order of the text, each once.
func distinct(edits []identity.Edit) []identity.Edit {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b identity.Edit) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.New, b.New))
	})
	return slices.Compact(edits)
}

// moved returns where offset of a file is after edits.
func moved(file string, offset int, edits []identity.Edit) int {
	out := offset
	for _, edit := range distinct(edits) {
		if edit.File == file && edit.End <= offset {
			out += len(edit.New) - (edit.End - edit.Start)
		}
	}
	return out
}

// checkFixes applies each fix alone, then all first fixes together, as drivers do. What comes out compiles, is formatted,
// has none of the cured findings and none at another place; and there is nothing left to fix.
func (s situation) checkFixes(t *testing.T, dir string, source text, findings []identity.Finding) {
	t.Helper()
	first := firstEdits(findings)
	fixable := func(f identity.Finding) bool { return len(f.Fixes) > 0 }
	for i, f := range findings {
		others := slices.Concat(findings[:i], findings[i+1:])
		messages := make(map[string]bool)
		for _, fix := range f.Fixes {
			if messages[fix.Message] || fix.Message == "" || len(fix.Edits) == 0 {
				t.Errorf("%v: the fix %q is empty, or has the message of another one", f.Position, fix.Message)
			}
			messages[fix.Message] = true
			s.checkFixed(t, dir, fmt.Sprintf("%v: %s", f.Position, fix.Message), source, fix.Edits, findings, others)
		}
	}
	left := s.checkFixed(t, dir, "all first fixes", source, first, findings, slices.DeleteFunc(slices.Clone(findings), fixable))
	if i := slices.IndexFunc(left, fixable); i >= 0 {
		t.Errorf("a second round of fixes has more to do: %v", describe(left[i:i+1]))
	}
}

// checkFixed returns the findings of source, which has all of some now, with edits. They must be among those expected.
func (s situation) checkFixed(t *testing.T, dir, what string, source text, edits []identity.Edit, all, expected []identity.Finding) []identity.Finding {
	t.Helper()
	fixed, err := apply(source, edits)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return nil
	}
	for name := range fixed {
		if !shareColumn(source[name], name, all) {
			checkFormat(t, fixed, name)
		}
	}
	pkg, errs := load(dir, fixed, completeTypes(s.root))
	for _, err := range errs {
		t.Errorf("%s: does not compile: %v", what, err)
	}
	left := s.find(t, pkg)
	for _, f := range left {
		same := func(e identity.Finding) bool {
			return e.Position.File == f.Position.File && moved(e.Position.File, e.Position.Start, edits) == f.Position.Start
		}
		if !slices.ContainsFunc(expected, same) {
			t.Errorf("%s: leaves %v", what, describe([]identity.Finding{f}))
		}
	}
	return left
}

// shareColumn reports whether two findings of a file stand in lines that follow each other and end in comments, which gofmt puts into one
// column. That is left to who makes both fixes.
func shareColumn(content []byte, name string, findings []identity.Finding) bool {
	lines := bytes.Split(content, []byte("\n"))
	hasNone := func(line []byte) bool { return !bytes.Contains(line, []byte("//")) }
	for i, a := range findings {
		for _, b := range findings[i+1:] {
			isOne := a.Position.File == name && b.Position.File == name && len(a.Fixes) > 0 && len(b.Fixes) > 0
			if isOne && !slices.ContainsFunc(lines[a.Position.EndLine-1:max(a.Position.EndLine, b.Position.Line)], hasNone) {
				return true
			}
		}
	}
	return false
}

// firstEdits returns the edits that drivers apply.
func firstEdits(findings []identity.Finding) []identity.Edit {
	var edits []identity.Edit
	for _, f := range findings {
		if len(f.Fixes) > 0 {
			edits = append(edits, f.Fixes[0].Edits...)
		}
	}
	return edits
}

// checkLineEnds gives the same package line ends of Windows, and demands the same findings and fixes.
func (s situation) checkLineEnds(t *testing.T, dir string, source text, findings []identity.Finding) {
	t.Helper()
	unixEnd, windowsEnd := []byte("\n"), []byte("\r\n")
	windows := make(text)
	for name, content := range source {
		windows[name] = bytes.ReplaceAll(content, unixEnd, windowsEnd)
	}
	pkg, _ := load(dir, windows, completeTypes(s.root))
	found := s.find(t, pkg)
	if len(found) != len(findings) {
		t.Errorf("%d findings with line ends of Windows, %d without", len(found), len(findings))
	}
	want, err := apply(source, firstEdits(findings))
	if err != nil {
		return // reported by checkFixes
	}
	got, err := apply(windows, firstEdits(found))
	for name := range want {
		if want := bytes.ReplaceAll(want[name], unixEnd, windowsEnd); err != nil || !bytes.Equal(got[name], want) {
			t.Errorf("with line ends of Windows the fixes of %s give (%v)\n%q\nwant\n%q", name, err, got[name], want)
		}
	}
}
