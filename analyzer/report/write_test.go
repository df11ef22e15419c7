package report_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

func TestWriteKeepsMode(t *testing.T) {
	t.Parallel()
	for _, mode := range []fs.FileMode{0o600, 0o755, 0o640, 0o777, 0o200 | 0o004, 0o750 | fs.ModeSetuid | fs.ModeSetgid, 0o700 | fs.ModeSticky} {
		t.Run(mode.String(), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			layOut(t, dir, "a.go", plain)
			plan := planOf(t, dir, "a.go")
			name := filepath.Join(dir, "a.go")
			if err := os.Chmod(name, mode); err != nil {
				t.Fatal(err)
			}
			plan.Write(t.Context())
			isUnreadable := mode&0o400 == 0 && os.Geteuid() != 0
			if info, err := os.Stat(name); err != nil || info.Mode() != mode || len(plan.Errors) > 0 != isUnreadable {
				t.Errorf("%v, %v, %v", info, err, plan.Errors)
			}
			onlyFiles(t, dir, "a.go")
		})
	}
}

// TestWriteLeaves has what comes between the reading of a.go and its writing. It stays as it is, and b.go is written.
func TestWriteLeaves(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		between func(name string) error
		want    string
		entries []string
	}{
		{
			"changed", func(name string) error { return os.WriteFile(name, []byte("package q\n"), 0o600) },
			"changed since it was read: run again",
			[]string{"a.go", "b.go"},
		},
		{
			"longer", func(name string) error { return os.WriteFile(name, []byte(plain+fixed), 0o600) },
			"changed since it was read: run again",
			[]string{"a.go", "b.go"},
		},
		{"vanished", os.Remove, "no such file or directory", []string{"b.go"}},
		{"read-only", func(name string) error { return os.Chmod(name, 0o444) }, "read-only", []string{"a.go", "b.go"}},
		{
			"a folder", func(name string) error { return errors.Join(os.Remove(name), os.Mkdir(name, 0o700)) },
			"no longer a regular file",
			[]string{"a.go", "b.go"},
		},
		{
			"a link", func(name string) error { return errors.Join(os.Remove(name), os.Symlink("b.go", name)) },
			"no longer a regular file",
			[]string{"a.go", "b.go"},
		},
		{
			"another run", func(name string) error {
				return os.WriteFile(filepath.Join(filepath.Dir(name), ".a.go"+identity.Unfinished), nil, 0o600)
			},
			"another run is writing it; if none is, one was killed: remove .a.go.whichid",
			[]string{".a.go.whichid", "a.go", "b.go"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			layOut(t, dir, "a.go", plain, "b.go", plain)
			plan := planOf(t, dir, "a.go", "b.go")
			name := filepath.Join(dir, "a.go")
			if err := test.between(name); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(name)
			plan.Write(t.Context())
			if got, want := errorText(plan), "a.go: not fixed: "+test.want+"\n"; got != want {
				t.Errorf("errors: %q, want %q", got, want)
			}
			if len(plan.Files) != 1 || len(plan.Left) != 1 {
				t.Errorf("files %v, left %v", plan.Files, plan.Left)
			}
			if after, _ := os.ReadFile(name); test.name != "a link" && string(after) != string(before) {
				t.Errorf("the file is %q, it was %q", after, before)
			}
			holds(t, filepath.Join(dir, "b.go"), fixed)
			onlyFiles(t, dir, test.entries...)
		})
	}
}

// TestWriteFolderReplaced has a folder that becomes a link out of the tree before a file in it is written.
func TestWriteFolderReplaced(t *testing.T) {
	t.Parallel()
	top := t.TempDir()
	layOut(t, top, "in/k/a.go", plain, "out/a.go", plain)
	dir := filepath.Join(top, "in")
	plan := planOf(t, dir, filepath.Join("k", "a.go"))
	if err := os.RemoveAll(filepath.Join(dir, "k")); err != nil {
		t.Fatal(err)
	}
	link(t, filepath.Join("..", "out"), filepath.Join(dir, "k"))
	plan.Write(t.Context())
	if got := errorText(plan); !strings.Contains(got, "k/a.go: not fixed: no file can be written beside it: ") {
		t.Errorf("errors: %q", got)
	}
	holds(t, filepath.Join(top, "out", "a.go"), plain)
	onlyFiles(t, filepath.Join(top, "out"), "a.go")
}

// TestWriteTwice has two plans that were made of the same files: the second finds that there is nothing to do.
func TestWriteTwice(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	layOut(t, dir, "a.go", plain)
	for _, plan := range []*report.Plan{planOf(t, dir, "a.go"), planOf(t, dir, "a.go")} {
		plan.Write(t.Context())
		if len(plan.Errors) > 0 || len(plan.Left) > 0 {
			t.Error(plan.Errors, plan.Left)
		}
	}
	holds(t, filepath.Join(dir, "a.go"), fixed)
	onlyFiles(t, dir, "a.go")
}

// TestWriteInterrupted ends after the first file.
func TestWriteInterrupted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	layOut(t, dir, "a.go", plain, "b.go", plain, "c.go", plain)
	plan := planOf(t, dir, "a.go", "b.go", "c.go")
	plan.Write(new(afterOne))
	if len(plan.Files) != 1 || len(plan.Left) != 2 || len(plan.Errors) != 0 {
		t.Errorf("files %v, left %v, errors %v", plan.Files, plan.Left, plan.Errors)
	}
	holds(t, filepath.Join(dir, "a.go"), fixed)
	holds(t, filepath.Join(dir, "b.go"), plain)
	holds(t, filepath.Join(dir, "c.go"), plain)
	onlyFiles(t, dir, "a.go", "b.go", "c.go")
}

// afterOne is a context that ends when it was asked once.
type afterOne struct{ asked bool }

func (*afterOne) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }
func (*afterOne) Done() <-chan struct{}                   { return nil }
func (*afterOne) Value(any) any                           { return nil }

func (c *afterOne) Err() error {
	if c.asked {
		return context.Canceled
	}
	c.asked = true
	return nil
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
