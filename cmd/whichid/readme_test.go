package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

var update = flag.Bool("update", false, "write the README's tables and examples anew")

const (
	readme = "../../README.md"

	// example is what the README's examples are about.
	example = `package store

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func credential() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil)
}
`
)

// TestReadme holds the tables and examples of the README to the code. Each stands between <!-- NAME --> and <!-- /NAME -->.
func TestReadme(t *testing.T) {
	file, err := filepath.Abs(readme)
	if err != nil {
		t.Fatal(err)
	}
	before := read(t, file)
	inputs := inputTable(t)
	t.Chdir(t.TempDir())
	write(t, "vault.go", example)

	after := before
	for name, text := range map[string]string{
		"rules":    ruleTable(),
		"flags":    flagTable(),
		"statuses": statusTable(),
		"files":    kindTable(),
		"other":    otherExample(t),
		"rows":     rowTable(),
		"formats":  formatTable(),
		"keys":     keyTable(),
		"baseline": baselineExample(t),
		"inputs":   inputs,
		"example":  console(t, "whichid ./...") + "\n" + console(t, "whichid -diff ./..."),
		"json":     console(t, "whichid -format=json ./..."),
	} {
		after = replace(t, after, name, text)
	}
	switch {
	case after == before:
	case *update:
		write(t, file, after)
	default:
		t.Errorf("README.md is not what the code says, run go test ./cmd/whichid -run TestReadme -update and look at the difference")
	}
}

// replace puts text between the marks of a part of the README.
func replace(t *testing.T, readme, name, text string) string {
	t.Helper()
	head, rest, opened := strings.Cut(readme, "<!-- "+name+" -->\n")
	_, tail, closed := strings.Cut(rest, "<!-- /"+name+" -->\n")
	if !opened || !closed {
		t.Fatalf("README.md has no part between <!-- %[1]s --> and <!-- /%[1]s -->", name)
	}
	return head + "<!-- " + name + " -->\n" + text + "<!-- /" + name + " -->\n" + tail
}

func ruleTable() string {
	var b strings.Builder
	b.WriteString("| rule | default | reports |\n|---|---|---|\n")
	for _, rule := range identity.Rules() {
		state := "off"
		if rule.Default {
			state = "on"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", rule.Name, state, rule.Reports)
	}
	return b.String()
}

func flagTable() string {
	var b strings.Builder
	b.WriteString("| flag | |\n|---|---|\n")
	newOptions("", "").flags().VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		if value != "" {
			value = " " + value
		}
		fmt.Fprintf(&b, "| `-%s%s` | %s |\n", f.Name, value, usage)
	})
	return b.String()
}

func rowTable() string {
	var b strings.Builder
	b.WriteString("| attribute | says |\n|---|---|\n")
	for _, a := range identity.Attributes() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", a.Form, strings.ReplaceAll(a.Says, "|", "\\|"))
	}
	return b.String()
}

func formatTable() string {
	var b strings.Builder
	b.WriteString("| format | for | holds besides findings |\n|---|---|---|\n")
	for _, f := range report.Formats() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.Name, f.Use, f.Holds)
	}
	return b.String()
}

func keyTable() string {
	var b strings.Builder
	b.WriteString("| key | value | default | |\n|---|---|---|---|\n")
	for _, s := range newOptions("", "").settings() {
		_, usage := flag.UnquoteUsage(&flag.Flag{Usage: s.Usage})
		fmt.Fprintf(&b, "| `%s` | %s | `%s` | %s |\n", s.Name, s.Kind, s.Default, usage)
	}
	return b.String()
}

// baselineExample is the baseline of the README's example.
func baselineExample(t *testing.T) string {
	t.Helper()
	const name = "known.jsonl"
	var stdout, stderr bytes.Buffer
	if status := run([]string{"-write-baseline", name}, &stdout, &stderr); status != exitClean || stdout.Len() > 0 {
		t.Errorf("exit status %d\n%s%s", status, &stdout, &stderr)
	}
	defer func() {
		if err := os.Remove(name); err != nil {
			t.Error(err)
		}
	}()
	return "```json\n" + read(t, name) + "```\n"
}

// TestReadmeConfig reads the configuration file that the README shows.
func TestReadmeConfig(t *testing.T) {
	t.Parallel()
	_, text, _ := strings.Cut(read(t, readme), "```yaml\n# "+configName+"\n")
	text, _, closed := strings.Cut(text, "```\n")
	o := newOptions("", "")
	if err := decodeConfig(configName, []byte(text), o.settings()); err != nil || !closed || len(o.config.IDs) != 2 {
		t.Errorf("%v\n%s", err, text)
	}
}

// statusTable is the part of the command's manual that tells the exit statuses.
func statusTable() string {
	var b strings.Builder
	b.WriteString("| status | meaning |\n|---|---|\n")
	for _, line := range regexp.MustCompile(`(?m)^  (\d)  (.*)$`).FindAllStringSubmatch(manual(identity.Rules()), -1) {
		fmt.Fprintf(&b, "| %s | %s |\n", line[1], line[2])
	}
	return b.String()
}

func kindTable() string {
	var b strings.Builder
	b.WriteString("| files | names | what is looked for |\n|---|---|---|\n")
	for _, kind := range files.Kinds() {
		fmt.Fprintf(&b, "| %s | `%s` | %s |\n", kind.Title, strings.Join(strings.Fields(kind.Names), "` `"), kind.Finds)
	}
	return b.String()
}

// workflow is what the README's example of other files is about.
const workflow = `on: push
jobs:
  deploy:
    runs-on: self-hosted
    steps:
      - run: |
          az login --identity
          az deployment group create --resource-group app --template-file main.bicep
`

func otherExample(t *testing.T) string {
	t.Helper()
	write(t, "deploy.yml", workflow)
	defer func() {
		if err := os.Remove("deploy.yml"); err != nil {
			t.Error(err)
		}
	}()
	return console(t, "whichid -diff deploy.yml")
}

// console runs the command on the example and returns what a terminal would show.
func console(t *testing.T, line string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if status := run(strings.Fields(line)[1:], &stdout, &stderr); status != exitFindings || stderr.Len() > 0 {
		t.Errorf("%s: exit status %d\n%s", line, status, &stderr)
	}
	return "```console\n$ " + line + "\n" + stdout.String() + "```\n"
}

// TestReadmeDirectives tries every directive that the README's table shows, at the end of the line and above it.
func TestReadmeDirectives(t *testing.T) {
	_, table, _ := strings.Cut(read(t, readme), "<!-- directives -->")
	table, _, _ = strings.Cut(table, "<!-- /directives -->")
	rows := regexp.MustCompile("(?m)^\\| `(//.*?)` \\|").FindAllStringSubmatch(table, -1)
	if len(rows) == 0 {
		t.Fatal("README.md shows no directives")
	}
	const line = "\treturn azidentity.NewManagedIdentityCredential(nil)\n"
	for _, row := range rows {
		t.Run(row[1], func(t *testing.T) {
			directive := strings.NewReplacer("RULE", identity.Credential, "REASON", "the host has no other").Replace(row[1])
			for _, with := range []string{strings.TrimSuffix(line, "\n") + " " + directive + "\n", "\t" + directive + "\n" + line} {
				t.Chdir(t.TempDir())
				write(t, "vault.go", strings.ReplaceAll(example, line, with))
				var stdout, stderr bytes.Buffer
				if status := run([]string{"./..."}, &stdout, &stderr); status != exitClean {
					t.Errorf("%s\nexit status %d\n%s%s", with, status, &stdout, &stderr)
				}
			}
		})
	}
}

// TestReadmeCommands parses every command line of ours that the README shows.
func TestReadmeCommands(t *testing.T) {
	t.Parallel()
	text := read(t, readme)
	lines := regexp.MustCompile(`(?m)^(?:\$ )?whichid\b([^#\n]*)`).FindAllStringSubmatch(text, -1)
	for _, source := range regexp.MustCompile("(?m)^\\| `(scope|(?:env|expr):.*?)` \\|").FindAllStringSubmatch(text, -1) {
		lines = append(lines, []string{"", "-id " + source[1]})
	}
	if len(lines) < 10 {
		t.Errorf("README.md shows %d command lines", len(lines))
	}
	for _, line := range lines {
		args := words(line[1])
		if len(args) > 0 && args[0] == "help" {
			continue
		}
		if _, err := parse(args); err != nil {
			t.Errorf("whichid%s: %v", line[1], err)
		}
	}
}

// TestReadmeRooms wants every file of the analyzer to have its place in the README's rooms.
func TestReadmeRooms(t *testing.T) {
	t.Parallel()
	_, rooms, _ := strings.Cut(read(t, readme), "## How it works")
	names, err := filepath.Glob("../../analyzer/*.go")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, file := range names {
		name := filepath.Base(file)
		isFix := strings.HasPrefix(name, "fix") && strings.Contains(rooms, "`fix*.go`")
		if !strings.HasSuffix(name, "_test.go") && !isFix && !strings.Contains(rooms, "`"+name+"`") {
			t.Errorf("README.md does not say what %s is for", name)
		}
	}
}

// TestReadmeFolders wants every folder of readers to have its place in the README's table.
func TestReadmeFolders(t *testing.T) {
	t.Parallel()
	_, rooms, _ := strings.Cut(read(t, readme), "| folder | |")
	entries, err := os.ReadDir("../../analyzer/files")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.IsDir() && !strings.Contains(rooms, "`"+entry.Name()+"`") && !strings.Contains(rooms, "files/"+entry.Name()+"`") {
			t.Errorf("README.md does not say what analyzer/files/%s is for", entry.Name())
		}
	}
}

// words splits a command line, without the quotes around a word.
func words(line string) []string {
	var out []string
	for _, word := range regexp.MustCompile(`'[^']*'|\S+`).FindAllString(line, -1) {
		out = append(out, strings.Trim(word, "'"))
	}
	return out
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
