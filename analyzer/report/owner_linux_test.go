package report_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/whichid/whichid/internal/needs"
)

// TestWriteKeepsOwner fixes a file of another user's.
func TestWriteKeepsOwner(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		needs.Missing(t, "the right of root", "give a file to another user")
	}
	dir := t.TempDir()
	layOut(t, dir, "a.go", plain)
	plan := planOf(t, dir, "a.go")
	name := filepath.Join(dir, "a.go")
	const user, group, mode = 65533, 65534, 0o750 | fs.ModeSetuid | fs.ModeSetgid
	if err := os.Chown(name, user, group); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
	plan.Write(t.Context())
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if owner := info.Sys().(*syscall.Stat_t); owner.Uid != user || owner.Gid != group || info.Mode() != mode || len(plan.Notes) > 0 {
		t.Errorf("%d, %d, %v, %v", owner.Uid, owner.Gid, info.Mode(), plan.Notes)
	}
	holds(t, name, fixed)
}
