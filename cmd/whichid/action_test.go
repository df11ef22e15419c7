package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"go.yaml.in/yaml/v3"
)

// A metadata is what action.yml says, as far as it matters here.
type metadata struct {
	Inputs  map[string]struct{ Description, Default string }
	Outputs map[string]struct{ Description, Value string }
	Runs    struct{ Steps []step }
}

// A step is one of an action or of a workflow.
type step struct {
	ID, If, Uses, Run, Shell string
	Env, With                map[string]string
}

var (
	top        = filepath.Join("..", "..")
	expression = regexp.MustCompile(`\$\{\{ (.*?) \}\}`)
	pinned     = regexp.MustCompile(`^(\./\S*|[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$`)
)

func readMetadata() (metadata, error) {
	var m metadata
	text, err := os.ReadFile(filepath.Join(top, "action.yml"))
	if err == nil {
		err = yaml.Unmarshal(text, &m)
	}
	return m, err
}

// TestActionMetadata wants inputs to reach the shell by the environment alone, so that none can be a command.
func TestActionMetadata(t *testing.T) {
	t.Parallel()
	m, err := readMetadata()
	if err != nil {
		t.Fatal(err)
	}
	used := make(map[string]bool)
	for _, s := range m.Runs.Steps {
		if s.Run != "" && (expression.MatchString(s.Run) || s.Shell != "bash") {
			t.Errorf("%s: an expression in a script, or no bash", s.Run)
		}
		for _, value := range s.Env {
			for _, match := range expression.FindAllStringSubmatch(value, -1) {
				used[match[1]] = true
			}
		}
	}
	for name, input := range m.Inputs {
		if !used["inputs."+name] || input.Description == "" {
			t.Errorf("input %s is not explained or in no environment", name)
		}
	}
	for name, output := range m.Outputs {
		if output.Value != "${{ steps.check.outputs."+name+" }}" || output.Description == "" {
			t.Errorf("output %s is %s", name, output.Value)
		}
	}
}

// TestActionPins wants what is used to be known by its commit.
func TestActionPins(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"action.yml", "README.md"} {
		uses := regexp.MustCompile(`(?m)^[ -]+uses: (.*)$`).FindAllStringSubmatch(read(t, filepath.Join(top, name)), -1)
		if len(uses) < 2 {
			t.Errorf("%s uses nothing", name)
		}
		for _, use := range uses {
			if !pinned.MatchString(use[1]) {
				t.Errorf("%s: %s: use a commit, and say its version", name, use[1])
			}
		}
	}
}

// inputTable is what action.yml says of its inputs.
func inputTable(t *testing.T) string {
	t.Helper()
	m, err := readMetadata()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("| input | default | |\n|---|---|---|\n")
	for _, name := range slices.Sorted(maps.Keys(m.Inputs)) {
		fmt.Fprintf(&b, "| `%s` | `%s` | %s |\n", name, m.Inputs[name].Default, m.Inputs[name].Description)
	}
	return strings.ReplaceAll(b.String(), "``", "")
}

// TestActionExample wants the workflow of the README to give inputs that there are.
func TestActionExample(t *testing.T) {
	t.Parallel()
	m, err := readMetadata()
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(read(t, readme), "```yaml\n# .github/workflows/whichid.yml\n")
	text, _, _ = strings.Cut(text, "```\n")
	var example struct {
		Jobs map[string]struct{ Steps []step }
	}
	if err = yaml.Unmarshal([]byte(text), &example); err != nil || len(example.Jobs) != 1 {
		t.Fatalf("%v\n%s", err, text)
	}
	for _, job := range example.Jobs {
		last := job.Steps[len(job.Steps)-1]
		if len(last.With) == 0 {
			t.Error("no inputs")
		}
		for name := range last.With {
			if _, known := m.Inputs[name]; !known {
				t.Errorf("unknown input %s", name)
			}
		}
	}
}

// TestActionMatcher holds the problem matcher to lines of the text format.
func TestActionMatcher(t *testing.T) {
	t.Parallel()
	var file struct {
		ProblemMatcher []struct {
			Owner, Severity string
			Pattern         []struct {
				Regexp                            string
				File, Line, Column, Message, Code int
			}
		} `yaml:"problemMatcher"`
	}
	if err := yaml.Unmarshal([]byte(read(t, filepath.Join(top, "action", "matcher.json"))), &file); err != nil {
		t.Fatal(err)
	}
	pattern := file.ProblemMatcher[0].Pattern[0]
	re := regexp.MustCompile(pattern.Regexp)
	for line, want := range map[string]string{
		"vault.go:8:9: azidentity.New names no identity: it works (credential)":  "vault.go|8|9|azidentity.New names no identity: it works|credential",
		"a b/x:1:2.sh:3:1: az login names no identity (which it should) (dsn)":   "a b/x:1:2.sh|3|1|az login names no identity (which it should)|dsn",
		"whichid: vault.go:8:9: syntax error: expected 'IDENT', found '{'":       "",
		"whichid: known.jsonl:2: stale: not found any more in a.go: 1 × dsn: x)": "",
	} {
		got := ""
		if m := re.FindStringSubmatch(line); m != nil {
			got = strings.Join([]string{m[pattern.File], m[pattern.Line], m[pattern.Column], m[pattern.Message], m[pattern.Code]}, "|")
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", line, got, want)
		}
	}
}

// action runs the steps Check and Conclude of action.yml as the runner does, with the inputs that follow the exit status to be expected.
// What the event tells is in EVENT_BASE, and in the file that GITHUB_SHA names, since a script cannot know a commit before.
func action(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: action N [input=value...]")
	}
	m, err := readMetadata()
	ts.Check(err)
	values := map[string]string{"github.event.merge_group.base_sha || github.event.before": ts.Getenv("EVENT_BASE")}
	for name, input := range m.Inputs {
		values["inputs."+name] = input.Default
	}
	for _, arg := range args[1:] {
		name, value, _ := strings.Cut(arg, "=")
		if _, known := m.Inputs[name]; !known {
			ts.Fatalf("unknown input %s", name)
		}
		values["inputs."+name] = strings.ReplaceAll(value, "|", "\n")
	}
	ts.Check(os.WriteFile(ts.Getenv("GITHUB_OUTPUT"), nil, 0o600))
	ts.Check(os.WriteFile(ts.Getenv("GITHUB_STEP_SUMMARY"), nil, 0o600))
	var check, conclude step
	for _, s := range m.Runs.Steps {
		if s.ID == "check" {
			check = s
		}
		conclude = s
	}
	setEnv(ts, check, values)
	if sha := ts.Getenv("GITHUB_SHA"); strings.HasPrefix(sha, "@") {
		ts.Setenv("GITHUB_SHA", strings.TrimSpace(ts.ReadFile(sha[1:])))
	}
	file := ts.MkAbs("step.sh")
	ts.Check(os.WriteFile(file, []byte(check.Run), 0o600))
	err = ts.Exec("bash", "--noprofile", "--norc", "-eo", "pipefail", file)
	if err == nil {
		for line := range strings.Lines(ts.ReadFile(ts.Getenv("GITHUB_OUTPUT"))) {
			name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
			values["steps.check.outputs."+name] = value
		}
		last := exec.Command("bash", "-c", conclude.Run) //nolint:noctx // it ends at once
		last.Env = append(os.Environ(), "GITHUB_ACTION_PATH="+ts.Getenv("GITHUB_ACTION_PATH"))
		for name, value := range conclude.Env {
			last.Env = append(last.Env, name+"="+evaluate(ts, value, values))
		}
		err = last.Run()
	}
	checkStatus(ts, args[0], err)
}

func setEnv(ts *testscript.TestScript, s step, values map[string]string) {
	for name, value := range s.Env {
		ts.Setenv(name, evaluate(ts, value, values))
	}
}

// evaluate puts values in the place of expressions.
func evaluate(ts *testscript.TestScript, text string, values map[string]string) string {
	return expression.ReplaceAllStringFunc(text, func(match string) string {
		value, known := values[expression.FindStringSubmatch(match)[1]]
		if !known {
			ts.Fatalf("%s has no value", match)
		}
		return value
	})
}
