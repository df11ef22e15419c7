package report_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
	"github.com/whichid/whichid/internal/needs"
)

func TestDiff(t *testing.T) {
	t.Parallel()
	for _, test := range []diffCase{
		{
			name: "a changed line", file: filepath.Join("dir", "a.go"), old: "a\nb\n", start: 2, end: 3, fix: "c",
			want: []string{"diff a/dir/a.go b/dir/a.go", "--- a/dir/a.go", "+++ b/dir/a.go", "@@ -1,2 +1,2 @@", " a", "-b", "+c", ""},
		},
		{
			name: "no line break at the end", file: "a.go", old: "a", end: 1, fix: "b",
			want: []string{
				"diff a/a.go b/a.go", "--- a/a.go", "+++ b/a.go", "@@ -1,1 +1,1 @@",
				"-a", `\ No newline at end of file`, "+b", `\ No newline at end of file`, "",
			},
		},
		{
			name: "CRLF", file: "a.go", old: "a\r\nb\r\nc", end: 1, fix: "x\r\ny",
			want: []string{
				"diff a/a.go b/a.go", "--- a/a.go", "+++ b/a.go", "@@ -1,3 +1,4 @@",
				"-a\r", "+x\r", "+y\r", " b\r", " c", `\ No newline at end of file`, "",
			},
		},
		{
			name: "an empty file", file: "a.go", fix: "b\n",
			want: []string{"diff a/a.go b/a.go", "--- a/a.go", "+++ b/a.go", "@@ -0,0 +1,1 @@", "+b", ""},
		},
		{
			name: "nothing left", file: "a.go", old: "b\n", end: 2,
			want: []string{"diff a/a.go b/a.go", "--- a/a.go", "+++ b/a.go", "@@ -1,1 +0,0 @@", "-b", ""},
		},
		header("spaces", " a  b.go ", "a/ a  b.go \t"),
		header("letters", "ä/жя.go", "a/ä/жя.go"),
		header("a tab", "a\tb.go", `"a/a\011b.go"`),
		header("a line break", "a\nb.go", `"a/a\012b.go"`),
		header("an escape", "a\x1b[1mb.go", `"a/a\033[1mb.go"`),
		header("no UTF-8", "a\xffä b.go", `"a/a\377\303\244 b.go"`),
		header("quotes", `a"b\'c.go`, `"a/a\"b\\'c.go"`),
		header("no visible letter", "a\u202eb.go", `"a/a\342\200\256b.go"`),
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			layOut(t, dir, test.file, test.old)
			edit := identity.Edit{File: test.file, Start: test.start, End: test.end, New: test.fix}
			plan := report.Fix([]identity.Finding{finding(test.file, 0, 0, edit)}, treeOf(dir))
			got := diffText(t, plan)
			if want := strings.Join(test.want, "\n"); got != want {
				t.Errorf("got\n%q\nwant\n%q", got, want)
			}
			if test.old != "" && test.fix != "" {
				gitApplies(t, dir, got)
				holds(t, filepath.Join(dir, test.file), test.old[:test.start]+test.fix+test.old[test.end:])
			}
		})
	}
}

// diffCase is a situation of TestDiff.
type diffCase struct {
	name, file string
	old        string
	start, end int // of what the fix replaces
	fix        string
	want       []string // lines
}

// header is the situation of a file with a special name, which has to stand in the patch as said, after a/ and b/.
func header(name, file, before string) diffCase {
	after := strings.Replace(before, "a/", "b/", 1)
	return diffCase{
		name: name, file: file, old: "a\n", end: 1, fix: "b",
		want: []string{"diff " + before + " " + after, "--- " + before, "+++ " + after, "@@ -1,1 +1,1 @@", "-a", "+b", ""},
	}
}

// gitApplies gives git a patch, in a folder that is no repository.
func gitApplies(t *testing.T, dir, patch string) {
	t.Helper()
	needs.Programs(t, "apply the patch", "git")
	command := exec.CommandContext(t.Context(), "git", "apply")
	command.Dir = dir
	command.Env = append(command.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(dir))
	command.Stdin = strings.NewReader(patch)
	if said, err := command.CombinedOutput(); err != nil {
		t.Errorf("git apply: %v\n%s", err, said)
	}
}
