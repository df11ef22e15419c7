// Package needs is for tests of what not every machine has.
package needs

import (
	"os"
	"os/exec"
	"runtime"
	"testing"
)

// Variable is the variable of the environment that lets no test be skipped for want of a program, if it is set. Where .ci/run sets it, it
// has installed them all.
const Variable = "WHICHID_NEEDS_ALL"

// Programs skips a test if one of the programs is missing that it needs for a purpose, or fails it where none may be.
func Programs(tb testing.TB, purpose string, names ...string) {
	tb.Helper()
	for _, name := range names {
		if _, err := exec.LookPath(name); err != nil {
			Missing(tb, name, purpose)
		}
	}
}

// NotWindows skips a test on Windows, which lacks what it is about.
func NotWindows(tb testing.TB, purpose string) {
	tb.Helper()
	if runtime.GOOS == "windows" {
		Missing(tb, "a system other than Windows", purpose)
	}
}

// Missing skips a test for want of something, or fails it where nothing may be missing.
func Missing(tb testing.TB, what, purpose string) {
	tb.Helper()
	if os.Getenv(Variable) != "" {
		tb.Fatalf("%s is missing: provide it to %s, or unset %s", what, purpose, Variable)
	}
	tb.Skipf("%s is missing: provide it to %s", what, purpose)
}
