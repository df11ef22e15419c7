package main

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/testdata/drivers/situations"
)

// TestTypedSame holds the two ways to load to the same report, on every situation of the analyzer's tests. Without -typed they are read
// with outlines, with it the go command tells the types of the libraries, which a module proxy serves.
func TestTypedSame(t *testing.T) {
	t.Parallel()
	modules, err := situations.LayOut(t.Context(), filepath.Join(top, "testdata"), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(modules.Close)
	dir, env := modules.Dirs[0], modules.Env
	for _, args := range [][]string{
		{"./..."},
		{"-enable=all", "-tests", "-format=json", "./..."},
		{"-enable=all", "-diff", "./..."},
		{"-enable=all", "credential/wrappers/a.go", "./imds/..."},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			own := outputOf(t, dir, env, append([]string{"whichid", "-files=false"}, args...)...)
			typed := outputOf(t, dir, env, append([]string{"whichid", "-files=false", "-typed"}, args...)...)
			if own == "" || own != typed {
				t.Errorf("without -typed:\n%s\nwith it:\n%s", own, typed)
			}
		})
	}
}

// outputOf returns what a command prints. Exit status 1 is that of findings.
func outputOf(t *testing.T, dir string, env []string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), args[0], args[1:]...)
	cmd.Dir, cmd.Env = dir, env
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	var exit *exec.ExitError
	if found := errors.As(err, &exit) && exit.ExitCode() == exitFindings; err != nil && !found {
		t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return string(out)
}
