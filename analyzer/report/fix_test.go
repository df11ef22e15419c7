package report_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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
		text     string // if not text
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
			name: "the result would not parse",
			findings: []identity.Finding{
				finding("a.go", first, first+3, replace(first, "(")),
				finding("a.go", second, second+3, replace(second, "y")),
			},
			left: 2,
			err:  "not fixed: the result would not parse",
		},
		{
			name:     "it did not parse before",
			text:     text + "var = 0\n",
			findings: []identity.Finding{finding("a.go", first, first+3, replace(first, "x"))},
			left:     1,
			err:      "not fixed: mend its syntax errors first",
		},
		{
			name:     "outside the file",
			findings: []identity.Finding{finding("a.go", first, first+3, replace(1000, "x"))},
			left:     1,
			err:      "no bytes 1000 to 1003",
		},
		{
			name:     "unreadable",
			findings: []identity.Finding{finding("b.go", 0, 0, identity.Edit{File: "b.go", New: "x"})},
			left:     1,
			err:      "not fixed: file does not exist",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			read := func(name string) ([]byte, error) {
				switch {
				case name != "a.go":
					return nil, fs.ErrNotExist
				case test.text != "":
					return []byte(test.text), nil
				}
				return []byte(text), nil
			}
			plan := report.Fix(test.findings, read)
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

// planOf plans to insert // and a line break before the text of a.go in dir.
func planOf(t *testing.T, dir string) *report.Plan {
	t.Helper()
	findings := []identity.Finding{finding("a.go", 0, 0, identity.Edit{File: "a.go", New: "//\n"})}
	plan := report.Fix(findings, func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) })
	if len(plan.Errors) > 0 {
		t.Fatal(plan.Errors)
	}
	return plan
}

func TestWriteKeepsModeAndLinks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	target := filepath.Join(dir, "target.go")
	if err := errors.Join(
		os.WriteFile(target, []byte("package p\n"), 0o600),
		os.Chmod(target, 0o400),
		os.Symlink("target.go", filepath.Join(dir, "a.go")),
	); err != nil {
		t.Fatal(err)
	}
	plan := planOf(t, dir)
	plan.Write(dir)
	if len(plan.Errors) > 0 || len(plan.Left) > 0 {
		t.Fatal(plan.Errors, plan.Left)
	}
	text, err := os.ReadFile(target)
	if err != nil || string(text) != "//\npackage p\n" {
		t.Errorf("the target is %q, %v", text, err)
	}
	info, err := os.Lstat(target)
	if err != nil || info.Mode() != 0o400 {
		t.Errorf("the target's mode is %v, %v", info.Mode(), err)
	}
	if link, err := os.Lstat(filepath.Join(dir, "a.go")); err != nil || link.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", link.Mode(), err)
	}
	onlyFiles(t, dir, "a.go", "target.go")
}

func TestWriteLeavesChangedFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name := filepath.Join(dir, "a.go")
	if err := os.WriteFile(name, []byte("package p\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	plan := planOf(t, dir)
	if err := os.WriteFile(name, []byte("package q\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	plan.Write(dir)
	if got := errorText(plan); !strings.Contains(got, "a.go: not fixed: changed since it was read") {
		t.Errorf("errors: %q", got)
	}
	if len(plan.Files) != 0 || len(plan.Left) != 1 {
		t.Errorf("files %v, left %v", plan.Files, plan.Left)
	}
	if text, err := os.ReadFile(name); err != nil || string(text) != "package q\n" {
		t.Errorf("the file is %q, %v", text, err)
	}
	onlyFiles(t, dir, "a.go")
}

// onlyFiles fails if something was left behind in dir.
func onlyFiles(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, entry := range entries {
		got = append(got, entry.Name())
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s holds %v, want %v", dir, got, want)
	}
}

func TestDiff(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name      string
		file      string
		old, fix  string
		wantLines []string
	}{
		{
			name: "changed line", file: filepath.Join("dir", "a.go"), old: "a\nb\n", fix: "a\nc\n",
			wantLines: []string{"diff a/dir/a.go b/dir/a.go", "--- a/dir/a.go", "+++ b/dir/a.go", "@@ -1,2 +1,2 @@", " a", "-b", "+c", ""},
		},
		{
			name: "no newline at the end", file: "a.go", old: "a", fix: "b",
			wantLines: []string{
				"diff a/a.go b/a.go", "--- a/a.go", "+++ b/a.go", "@@ -1,1 +1,1 @@",
				"-a", `\ No newline at end of file`, "+b", `\ No newline at end of file`, "",
			},
		},
		{
			name: "CRLF", file: "a.go", old: "a\r\n", fix: "b\r\n",
			wantLines: []string{"diff a/a.go b/a.go", "--- a/a.go", "+++ b/a.go", "@@ -1,1 +1,1 @@", "-a\r", "+b\r", ""},
		},
		{
			name: "space in the name", file: "a b.go", old: "a\n", fix: "b\n",
			wantLines: []string{"diff a/a b.go\t b/a b.go\t", "--- a/a b.go\t", "+++ b/a b.go\t", "@@ -1,1 +1,1 @@", "-a", "+b", ""},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := report.Fixed{Name: test.file, Old: []byte(test.old), New: []byte(test.fix)}.Diff()
			if want := strings.Join(test.wantLines, "\n"); string(got) != want {
				t.Errorf("got\n%q\nwant\n%q", got, want)
			}
		})
	}
}
