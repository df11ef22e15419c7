package report_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

func TestFix(t *testing.T) {
	t.Parallel()
	const text = "package p\n\nvar a, b = f(nil), f(nil)\n"
	first, second := strings.Index(text, "nil"), strings.LastIndex(text, "nil")
	replace := func(at int, by string) identity.Edit {
		return identity.Edit{File: "a.go", Start: at, End: at + 3, New: by}
	}
	imports := identity.Edit{File: "a.go", Start: 10, End: 10, New: "\nimport \"os\"\n"}
	for _, test := range []struct {
		name     string
		findings []identity.Finding
		want     string // the file; empty if it is left alone
		left     int
		note     string
		err      string
	}{
		{
			name:     "no fix",
			findings: []identity.Finding{finding("a.go", first, first+3)},
			left:     1,
		},
		{
			name:     "suppressed",
			findings: []identity.Finding{suppressed(finding("a.go", first, first+3, replace(first, "x")))},
		},
		{
			name: "a shared import is inserted once",
			findings: []identity.Finding{
				finding("a.go", first, first+3, replace(first, "x"), imports),
				finding("a.go", second, second+3, replace(second, "y"), imports),
			},
			want: "package p\n\nimport \"os\"\n\nvar a, b = f(x), f(y)\n",
		},
		{
			name: "the first of two overlapping fixes, and nothing of the second",
			findings: []identity.Finding{
				finding("a.go", first, first+3, replace(first, "x")),
				finding("a.go", first+1, first+3, identity.Edit{File: "a.go", Start: first + 1, End: first + 2, New: "z"}, imports),
			},
			want: "package p\n\nvar a, b = f(x), f(nil)\n",
			left: 1,
			note: "overlaps another one",
		},
		{
			name: "two insertions at one place",
			findings: []identity.Finding{
				finding("a.go", first, first+3, identity.Edit{File: "a.go", Start: first, End: first, New: "x, "}),
				finding("a.go", first, first+3, identity.Edit{File: "a.go", Start: first, End: first, New: "y, "}),
			},
			want: "package p\n\nvar a, b = f(x, nil), f(nil)\n",
			left: 1,
			note: "overlaps another one",
		},
		{
			name: "an insertion beside a replacement",
			findings: []identity.Finding{
				finding("a.go", first, first+3, replace(first, "x")),
				finding("a.go", first+3, first+3, identity.Edit{File: "a.go", Start: first + 3, End: first + 3, New: ", y"}),
			},
			want: "package p\n\nvar a, b = f(x, y), f(nil)\n",
		},
		{
			name: "another file",
			findings: []identity.Finding{
				finding("a.go", first, first+3, replace(first, "x"), identity.Edit{File: "b.go", New: "x"}),
			},
			left: 1,
			note: "touches another file",
		},
		{
			name: "a result that is refused",
			findings: []identity.Finding{
				finding("a.go", first, first+3, replace(first, "refused")),
				finding("a.go", second, second+3, replace(second, "y")),
			},
			left: 2,
			err:  "a.go: not fixed: it was f(nil), f(nil)",
		},
		{
			name:     "outside the file",
			findings: []identity.Finding{finding("a.go", first, first+3, replace(1000, "x"))},
			left:     1,
			err:      "no bytes 1000 to 1003",
		},
		{
			name: "an edit overlaps one that does not come before it",
			findings: []identity.Finding{
				finding("a.go", first, first+3, replace(second, "y"), replace(first, "x")),
				finding("a.go", first+1, first+3, identity.Edit{File: "a.go", Start: second - 2, End: second + 1, New: "z"}),
				finding("a.go", first+2, first+3, identity.Edit{File: "a.go", Start: 0, End: len(text), New: "z"}),
			},
			want: "package p\n\nvar a, b = f(x), f(y)\n",
			left: 2,
			note: "overlaps another one",
		},
		{
			name:     "unreadable",
			findings: []identity.Finding{finding("b.go", 0, 0, identity.Edit{File: "b.go", New: "x"})},
			left:     1,
			err:      "b.go: not fixed: file does not exist",
		},
		{
			name:     "vanished",
			findings: []identity.Finding{finding("c.go", 0, 0, identity.Edit{File: "c.go", New: "x"})},
			left:     1,
			err:      "c.go: not fixed: no such file or directory",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			tree := report.Tree{Base: t.TempDir()}
			tree.Roots = []string{tree.Base}
			tree.Read = func(name string) ([]byte, error) {
				if name == "b.go" {
					return nil, fs.ErrNotExist
				}
				return []byte(text), nil
			}
			tree.Check = func(_ string, before, after []byte) error {
				if strings.Contains(string(after), "refused") {
					return errors.New("it was " + string(before[strings.Index(string(before), "f("):len(before)-1]))
				}
				return nil
			}
			layOut(t, tree.Base, "a.go", text)
			plan := report.Fix(test.findings, tree)
			if got := fixedText(plan); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			if len(plan.Left) != test.left {
				t.Errorf("%d findings left, want %d", len(plan.Left), test.left)
			}
			if got := strings.Join(plan.Notes, "\n"); !strings.Contains(got, test.note) || test.note == "" && got != "" {
				t.Errorf("notes: %q, want %q", got, test.note)
			}
			if got := errorText(plan); !strings.Contains(got, test.err) || test.err == "" && got != "" {
				t.Errorf("errors: %q, want %q", got, test.err)
			}
		})
	}
}

func fixedText(plan *report.Plan) string {
	var b strings.Builder
	for _, file := range plan.Files {
		b.Write(file.New)
	}
	return b.String()
}

func errorText(plan *report.Plan) string {
	var b strings.Builder
	for _, err := range plan.Errors {
		b.WriteString(err.String() + "\n")
	}
	return b.String()
}

// layOut writes files: pairs of names and texts.
func layOut(t *testing.T, dir string, files ...string) {
	t.Helper()
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(dir, files[i])
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(files[i+1]), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
}

// planOf plans to insert // and a line break before the text of files below dir, which may be changed.
func planOf(t *testing.T, dir string, names ...string) *report.Plan {
	t.Helper()
	var findings []identity.Finding
	for _, name := range names {
		findings = append(findings, finding(name, 0, 0, identity.Edit{File: name, New: "//\n"}))
	}
	return report.Fix(findings, treeOf(dir))
}

// treeOf is a folder in which everything may be changed.
func treeOf(dir string) report.Tree {
	return report.Tree{
		Base:  dir,
		Roots: []string{dir},
		Read:  func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) },
		Check: func(string, []byte, []byte) error { return nil },
	}
}
