//go:build unix

package report

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a new file the owner and the group of the one that it will replace, and reports whether it has them.
func keepOwner(temp *os.File, old fs.FileInfo) bool {
	info, err := temp.Stat()
	if err != nil {
		return false
	}
	is, want := info.Sys().(*syscall.Stat_t), old.Sys().(*syscall.Stat_t)
	if is.Uid == want.Uid && is.Gid == want.Gid || temp.Chown(int(want.Uid), int(want.Gid)) == nil {
		return true
	}
	_ = temp.Chown(-1, int(want.Gid)) // one of two is better than none
	return false
}
