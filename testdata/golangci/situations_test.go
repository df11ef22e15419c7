package golangci_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const settings = `version: "2"
linters:
  default: none
  enable: [whichid]
  settings:
    custom:
      whichid:
        type: module
        settings:
          enable: [all]
          facts: FACTS
issues:
  max-issues-per-linter: 0
  max-same-issues: 0
`

// TestSituations runs golangci-lint and whichid on all situations, which are one tree of packages: both find the same, though without
// facts golangci-lint does not see into other packages.
func TestSituations(t *testing.T) {
	t.Parallel()
	gopath, err := filepath.Abs(filepath.Join(root, "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	tree := filepath.Join(gopath, "src")
	want := findings(t, output(t, tree, nil, "whichid", "-config=none", "-files=false", "-enable=all", "-format=json", "./..."))
	for _, facts := range []string{"true", "false"} {
		t.Run("facts="+facts, func(t *testing.T) {
			t.Parallel()
			config := filepath.Join(t.TempDir(), "golangci.yml")
			if err := os.WriteFile(config, []byte(strings.ReplaceAll(settings, "FACTS", facts)), 0o600); err != nil {
				t.Fatal(err)
			}
			env := []string{"GO111MODULE=off", "GOFLAGS=", "GOPATH=" + gopath, "GOLANGCI_LINT_CACHE=" + t.TempDir()}
			args := slices.Concat([]string{"run", "-c", config, "--path-mode=abs"}, plain(), []string{"./..."})
			text := output(t, tree, env, "golangci-lint", args...)
			got, want := lines(strings.ReplaceAll(text, tree+string(filepath.Separator), "")), want
			if facts == "false" {
				want = seen(t, got, want, "wrapped")
			}
			compare(t, got, want)
		})
	}
}

// output runs a program that ends with 1 for findings.
func output(t *testing.T, dir string, env []string, program string, args ...string) string {
	t.Helper()
	var stderr strings.Builder
	cmd := exec.Command(program, args...)
	cmd.Dir, cmd.Env, cmd.Stderr = dir, append(os.Environ(), env...), &stderr
	text, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Fatalf("%s: %v\n%s%s", cmd, err, text, &stderr)
	}
	return string(text)
}
