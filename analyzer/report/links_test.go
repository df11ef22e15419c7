package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
	"github.com/whichid/whichid/internal/needs"
)

const (
	plain = "package p\n"
	fixed = "//\npackage p\n"
)

// TestFixFollowsLinks has links in the folder in, in which files may be changed, and a file above it. DIR is where both are.
func TestFixFollowsLinks(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		links   []string // pairs of a link and what it leads to
		files   []string // with findings
		isFixed bool     // a.go
		left    int
		err     string
	}{
		{name: "no link", files: []string{"a.go"}, isFixed: true},
		{name: "a link", links: []string{"l.go", "a.go"}, files: []string{"l.go"}, isFixed: true},
		{name: "a link and its file", links: []string{"l.go", "a.go"}, files: []string{"a.go", "l.go"}, isFixed: true},
		{name: "links in a row", links: []string{"l.go", "k/m.go", "k/m.go", "../a.go"}, files: []string{"k/m.go", "l.go"}, isFixed: true},
		{name: "out and in again", links: []string{"l.go", "../in/a.go"}, files: []string{"l.go"}, isFixed: true},
		{
			name: "out of the folder", links: []string{"l.go", "../out.go"}, files: []string{"a.go", "l.go"}, isFixed: true, left: 1,
			err: "l.go: not fixed: it is a link to DIR/out.go, which is in none of the folders to be read: name that file\n",
		},
		{
			name: "a whole path out of the folder", links: []string{"l.go", "DIR/out.go"}, files: []string{"l.go"}, left: 1,
			err: "l.go: not fixed: it is a link to DIR/out.go, ",
		},
		{
			name: "out of the folder through a link to a folder", links: []string{"up", "..", "l.go", "up/out.go"}, files: []string{"l.go"}, left: 1,
			err: "l.go: not fixed: it is a link to DIR/out.go, ",
		},
		{name: "to nothing", links: []string{"l.go", "gone.go"}, files: []string{"l.go"}, left: 1, err: "l.go: not fixed: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			top, err := filepath.EvalSymlinks(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			dir := filepath.Join(top, "in")
			layOut(t, top, "in/a.go", plain, "in/k/b.go", plain, "out.go", plain)
			for i := 0; i < len(test.links); i += 2 {
				link(t, strings.ReplaceAll(test.links[i+1], "DIR", top), filepath.Join(dir, test.links[i]))
			}
			plan := planOf(t, dir, test.files...)
			says(t, strings.ReplaceAll(errorText(plan), top, "DIR"), test.err)
			wantDiff, want := "", plain
			if test.isFixed {
				wantDiff, want = "diff a/a.go b/a.go\n--- a/a.go\n+++ b/a.go\n@@ -1,1 +1,2 @@\n+//\n package p\n", fixed
			}
			if got := diffText(t, plan); got != wantDiff {
				t.Errorf("diff: got\n%s\nwant\n%s", got, wantDiff)
			}
			plan.Write(t.Context())
			if len(plan.Left) != test.left {
				t.Errorf("left: %v, want %d", plan.Left, test.left)
			}
			holds(t, filepath.Join(dir, "a.go"), want)
			holds(t, filepath.Join(top, "out.go"), plain)
			for i := 0; i < len(test.links); i += 2 {
				isLink(t, filepath.Join(dir, test.links[i]))
			}
		})
	}
}

// says fails if what is said does not begin as wanted, or if something is said.
func says(t *testing.T, got, want string) {
	t.Helper()
	if !strings.HasPrefix(got, want) || want == "" && got != "" {
		t.Errorf("errors: %q, want %q", got, want)
	}
}

// TestFixThroughLinkedFolder runs in a folder that is reached through a link, on a folder that is one.
func TestFixThroughLinkedFolder(t *testing.T) {
	t.Parallel()
	top := t.TempDir()
	layOut(t, top, "real/a/a.go", plain)
	link(t, "real", filepath.Join(top, "linked"))
	link(t, "a", filepath.Join(top, "real", "b"))
	plan := planOf(t, filepath.Join(top, "linked"), filepath.Join("b", "a.go"))
	if got := diffText(t, plan); !strings.HasPrefix(got, "diff a/a/a.go b/a/a.go\n") { // git apply goes through no link
		t.Errorf("diff: %s", got)
	}
	plan.Write(t.Context())
	holds(t, filepath.Join(top, "real", "a", "a.go"), fixed)
}

// TestFixNamesThatDisagree has a file with two names, whose fixes are different ones.
func TestFixNamesThatDisagree(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	layOut(t, dir, "a.go", plain, "b.go", plain)
	link(t, "a.go", filepath.Join(dir, "l.go"))
	var findings []identity.Finding
	for _, name := range []string{"a.go", "b.go", "l.go"} {
		findings = append(findings, finding(name, 0, 0, identity.Edit{File: name, New: "// " + name + "\n"}))
	}
	plan := report.Fix(findings, treeOf(dir))
	plan.Write(t.Context())
	if got, want := errorText(plan), "l.go: not fixed: it is the same file as a.go, whose fixes are others\n"; got != want {
		t.Errorf("errors: %q, want %q", got, want)
	}
	if len(plan.Left) != 2 || len(plan.Files) != 1 {
		t.Errorf("left %v, files %v", plan.Left, plan.Files)
	}
	holds(t, filepath.Join(dir, "a.go"), plain)
	holds(t, filepath.Join(dir, "b.go"), "// b.go\n"+plain)
}

// TestLeave leaves a file under both of its names.
func TestLeave(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	layOut(t, dir, "a.go", plain, "b.go", plain)
	link(t, "a.go", filepath.Join(dir, "l.go"))
	plan := planOf(t, dir, "a.go", "b.go", "l.go")
	plan.Leave("l.go")
	plan.Write(t.Context())
	if len(plan.Left) != 2 || len(plan.Files) != 1 {
		t.Errorf("left %v, files %v", plan.Left, plan.Files)
	}
	holds(t, filepath.Join(dir, "a.go"), plain)
	holds(t, filepath.Join(dir, "b.go"), fixed)
}

// TestWriteHardLink has a file with another name that was not read: it keeps what it has.
func TestWriteHardLink(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	layOut(t, dir, "a.go", plain)
	if err := os.Link(filepath.Join(dir, "a.go"), filepath.Join(dir, "b.go")); err != nil {
		needs.Missing(t, "a file system with hard links", "make one: "+err.Error())
	}
	planOf(t, dir, "a.go").Write(t.Context())
	holds(t, filepath.Join(dir, "a.go"), fixed)
	holds(t, filepath.Join(dir, "b.go"), plain)
}

func link(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Fatal(err)
	}
}

func isLink(t *testing.T, name string) {
	t.Helper()
	if info, err := os.Lstat(name); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("%s is no link any more: %v, %v", filepath.Base(name), info, err)
	}
}

func diffText(t *testing.T, plan *report.Plan) string {
	t.Helper()
	var b bytes.Buffer
	if err := plan.Diff(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func holds(t *testing.T, name, want string) {
	t.Helper()
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%s is %q, %v, want %q", filepath.Base(name), got, err, want)
	}
}
