package golangci_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/gotooltest"
	"github.com/rogpeppe/go-internal/testscript"
)

const root = "../.."

// TestScripts runs golangci-lint with the plugin end to end. A script has the module example.com/m, with a stub of azidentity, and the
// settings that the README shows, unless it brings its own. PATH has golangci-lint, as run has built it, and whichid.
func TestScripts(t *testing.T) {
	t.Parallel()
	params := testscript.Params{
		Dir:                "script",
		Cmds:               map[string]func(*testscript.TestScript, bool, []string){"same": same, "golangci": golangci},
		Setup:              setup,
		RequireUniqueNames: true,
	}
	if err := gotooltest.Setup(&params); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, params)
}

const gomod = `module example.com/m

go 1.25

require github.com/Azure/azure-sdk-for-go/sdk v0.0.0

replace github.com/Azure/azure-sdk-for-go/sdk => ./sdk
`

func setup(env *testscript.Env) error {
	for name, value := range map[string]string{
		"GOFLAGS": "-mod=mod", "GOPROXY": "off", "GOWORK": "off", "GOTOOLCHAIN": "local",
		"HOME": env.WorkDir, "GOLANGCI_LINT_CACHE": filepath.Join(env.WorkDir, "cache"),
	} {
		env.Setenv(name, value)
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		return err
	}
	_, settings, _ := strings.Cut(string(readme), "```yaml\n# .golangci.yml\n")
	settings, _, _ = strings.Cut(settings, "```\n")
	sdk := filepath.Join(env.WorkDir, "sdk")
	if err = os.CopyFS(sdk, os.DirFS(filepath.Join(root, "testdata/src/github.com/Azure/azure-sdk-for-go/sdk"))); err != nil {
		return err
	}
	for name, text := range map[string]string{
		"go.mod": gomod, "sdk/go.mod": "module github.com/Azure/azure-sdk-for-go/sdk\n\ngo 1.25\n", ".golangci.yml": settings,
	} {
		if name = filepath.Join(env.WorkDir, name); !exists(name) {
			if err = os.WriteFile(name, []byte(text), 0o600); err != nil {
				return err
			}
		}
	}
	return nil
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// plain makes golangci-lint print one line for each finding, with no name of a linter.
func plain() []string {
	return []string{
		"--output.text.path=stdout", "--output.text.print-issued-lines=false", "--output.text.print-linter-name=false", "--show-stats=false",
		"--allow-parallel-runners",
	}
}

// golangci runs golangci-lint with a file of settings, and prints plain lines.
func golangci(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) == 0 {
		ts.Fatalf("usage: golangci settings.yml [args...]")
	}
	err := ts.Exec("golangci-lint", slices.Concat([]string{"run", "-c", args[0]}, plain(), args[1:])...)
	if (err != nil) != neg {
		ts.Fatalf("%v", err)
	}
}

// same wants the findings of golangci-lint, as text without lines and names of linters, to be those of whichid, in JSON.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: same golangci.txt whichid.json [unseen]")
	}
	got, want := lines(ts.ReadFile(args[0])), findings(ts, ts.ReadFile(args[1]))
	if len(args) == 3 {
		want = seen(ts, got, want, args[2])
	}
	compare(ts, got, want)
}

// seen leaves out what golangci-lint does not find in a folder. There must be something.
func seen(ts *testscript.TestScript, got, want []string, folder string) []string {
	out := slices.DeleteFunc(slices.Clone(want), func(line string) bool {
		return strings.HasPrefix(line, folder+"/") && !slices.Contains(got, line)
	})
	if len(out) == len(want) {
		ts.Fatalf("golangci-lint finds all in %s", folder)
	}
	return out
}

func compare(ts *testscript.TestScript, got, want []string) {
	if len(want) == 0 {
		ts.Fatalf("whichid finds nothing")
	}
	var diff strings.Builder
	for _, line := range got {
		if !slices.Contains(want, line) {
			fmt.Fprintln(&diff, "only golangci-lint:", line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			fmt.Fprintln(&diff, "only whichid:", line)
		}
	}
	if diff.Len() > 0 || len(got) != len(want) {
		ts.Fatalf("golangci-lint has %d findings, whichid %d\n%s", len(got), len(want), &diff)
	}
}

func lines(text string) []string {
	out := slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return line == "" })
	return slices.Sorted(slices.Values(out))
}

// findings writes what whichid finds as golangci-lint does.
func findings(ts *testscript.TestScript, text string) []string {
	var report struct {
		Findings []struct {
			File, Rule, Message, Suppressed string
			Line, Column                    int
		}
	}
	if err := json.Unmarshal([]byte(text), &report); err != nil {
		ts.Fatalf("%v", err)
	}
	var out []string
	for _, f := range report.Findings {
		if f.Suppressed == "" {
			out = append(out, fmt.Sprintf("%s:%d:%d: %s: %s", f.File, f.Line, f.Column, f.Rule, f.Message))
		}
	}
	return slices.Sorted(slices.Values(out))
}

// TestVersion wants one version of golangci-lint wherever one is named.
func TestVersion(t *testing.T) {
	t.Parallel()
	const version = `(v2\.\d+\.\d+)`
	named := map[string]string{}
	for file, pattern := range map[string]string{
		"go.mod":                               `golangci/golangci-lint/v2 ` + version,
		filepath.Join(root, ".custom-gcl.yml"): `(?m)^version: ` + version,
		filepath.Join(root, ".ci/run"):         `golangci_version=` + version,
		filepath.Join(root, "README.md"):       "```yaml\n# .custom-gcl.yml\nversion: " + version,
	} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(pattern).FindStringSubmatch(string(text))
		if found == nil {
			t.Fatalf("%s names no version of golangci-lint", file)
		}
		named[found[1]] += " " + file
	}
	if len(named) != 1 {
		t.Errorf("golangci-lint has versions: %v", named)
	}
}
