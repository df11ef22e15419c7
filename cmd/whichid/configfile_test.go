package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/internal/needs"
	"github.com/whichid/whichid/internal/nobody"
)

// TestFindConfig looks in trees of files and folders, which end in a slash, from a folder in them. A folder with a ! before its slash is
// one where everybody may create files.
func TestFindConfig(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, tree, from string
		want             string // the folder of the file that is found
	}{
		{"in the working folder", "r/.whichid.yaml", "r", "r"},
		{"above", "r/.whichid.yaml r/a/b/", "r/a/b", "r"},
		{"the nearest", "r/.whichid.yaml r/a/.whichid.yaml r/a/b/", "r/a/b", "r/a"},
		{"none", "r/a/", "r/a", ""},
		{"at the top of the repository", "r/.git/ r/.whichid.yaml r/a/b/", "r/a/b", "r"},
		{"not above the repository", ".whichid.yaml r/.git/ r/a/", "r/a", ""},
		{"not above a worktree or a submodule", "r/.git/ r/.whichid.yaml r/sub/.git r/sub/a/", "r/sub/a", ""},
		{"a folder is found, and said later", "r/.whichid.yaml/ r/a/", "r/a", "r"},
		{"not in a shared folder above", "tmp!/.whichid.yaml tmp!/a/", "tmp!/a", ""},
		{"not above a shared folder", ".whichid.yaml tmp!/a/b/", "tmp!/a/b", ""},
		{"not in a shared folder that calls itself a repository", "tmp!/.git/ tmp!/.whichid.yaml tmp!/a/", "tmp!/a", ""},
		{"below a shared folder", "tmp!/a/.whichid.yaml tmp!/a/b/", "tmp!/a/b", "tmp!/a"},
		{"in a shared folder, if one works there", "tmp!/.whichid.yaml", "tmp!", "tmp!"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if strings.Contains(test.tree, "!/") {
				needs.NotWindows(t, "have folders with a sticky bit")
			}
			root := t.TempDir()
			for path := range strings.FieldsSeq(test.tree) {
				plant(t, root, path)
			}
			want := ""
			if test.want != "" {
				want = filepath.Join(root, test.want, configName)
			}
			if got := findConfig(filepath.Join(root, filepath.FromSlash(test.from))); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// plant creates a file, or a folder if the path ends in a slash.
func plant(t *testing.T, root, path string) {
	t.Helper()
	full := filepath.Join(root, filepath.FromSlash(path))
	dir := full
	if !strings.HasSuffix(path, "/") {
		dir = filepath.Dir(full)
	}
	if err := os.MkdirAll(dir, 0o750); err != nil {
		t.Fatal(err)
	}
	if shared, _, is := strings.Cut(path, "!/"); is {
		if err := os.Chmod(filepath.Join(root, shared+"!"), 0o777|fs.ModeSticky); err != nil {
			t.Fatal(err)
		}
	}
	if dir != full {
		write(t, full, "")
	}
}

// TestRules lays rules of flags over those of a file.
func TestRules(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ file, flags, want string }{
		{"enable: [dsn]", "", "+dsn"},
		{"enable: [dsn]", "-enable=command", "+dsn,command"},
		{"enable: [dsn]", "-disable=dsn", "+ -dsn"},
		{"disable: [dsn]", "-enable=dsn", "+dsn"},
		{"disable: [dsn, command]", "-enable=dsn", "+dsn -command"},
		{"disable: [dsn]", "-enable=all", "+all"},
		{"enable: [dsn]", "-disable=all", "+ -all"},
		{"disable: [all]\nenable: [dsn]", "-enable=command", "+dsn,command -all"},
		{"disable: [all]\nenable: [dsn]", "-disable=dsn", "+ -all,dsn"},
		{"enable: [all]\ndisable: [dsn]", "-disable=command", "+all -dsn,command"},
		{"disable: [dsn]", "-disable=all -enable=dsn", "+dsn -all"},
	} {
		t.Run(test.file+" "+test.flags, func(t *testing.T) {
			t.Parallel()
			file, o := newOptions("", ""), newOptions("", "")
			if err := decodeConfig(configName, []byte(test.file), file.settings()); err != nil {
				t.Fatal(err)
			}
			if err := o.parseFlags(strings.Fields(test.flags)); err != nil {
				t.Fatal(err)
			}
			o.lay(file.config)
			got := "+" + strings.Join(o.config.Enable, ",")
			if len(o.config.Disable) > 0 {
				got += " -" + strings.Join(o.config.Disable, ",")
			}
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// What cannot be read is an error that names the file, and what would be accepted.
func TestReadConfig(t *testing.T) {
	t.Parallel()
	const enough = "# a comment\n"
	for _, test := range []struct {
		name string
		text string
		mode os.FileMode
		want string
	}{
		{"as large as can be", enough + strings.Repeat("#", maxConfig-len(enough)), 0o600, ""},
		{"too large", enough + strings.Repeat("#", maxConfig), 0o600, "config: x: larger than 262144 bytes: use a file, or -config=none"},
		{"unreadable", enough, 0, "config: x: cannot be read: permission denied: use a file, or -config=none"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if test.mode == 0 {
				needs.NotWindows(t, "have files with modes")
				if nobody.Again(t) {
					return
				}
			}
			path := filepath.Join(t.TempDir(), configName)
			write(t, path, test.text)
			if err := os.Chmod(path, test.mode); err != nil {
				t.Fatal(err)
			}
			err := newOptions("", "").readConfig(path, "x")
			if test.want == "" && err != nil || test.want != "" && (err == nil || err.Error() != test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}
