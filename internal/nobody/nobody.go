// Package nobody runs tests as a user who may not do everything, where root runs them.
package nobody

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Again runs a test once more as nobody, if root runs it, and reports whether it did: then the test has come to its end.
func Again(t *testing.T) bool {
	t.Helper()
	if os.Geteuid() != 0 {
		return false
	}
	command := exec.CommandContext(t.Context(), program(t), "-test.v", "-test.run=^"+t.Name()+"$")
	command.Dir = "/"
	Become(command)
	if said, err := command.CombinedOutput(); err != nil || !strings.Contains(string(said), "--- PASS: "+t.Name()) {
		t.Errorf("as nobody: %v\n%s", err, said)
	}
	return true
}

// program copies the test to where everybody may run it: its own folder may be closed to others, and so may that of temporary files. It
// has another process write: a program that is being written cannot be run, and a process that is started meanwhile by another test holds
// what this one writes open for a moment (https://github.com/golang/go/issues/22315).
func program(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "nobody")
	must(t, err)
	t.Cleanup(func() { must(t, os.RemoveAll(dir)) })
	must(t, os.Chmod(dir, 0o755))
	own, err := os.Executable()
	must(t, err)
	name := filepath.Join(dir, "test")
	if said, err := exec.CommandContext(t.Context(), "cp", own, name).CombinedOutput(); err != nil {
		t.Fatalf("cp: %v\n%s", err, said)
	}
	must(t, os.Chmod(name, 0o755))
	return name
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
