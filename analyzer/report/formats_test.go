package report_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

var update = flag.Bool("update", false, "write testdata/golden anew")

// TestGolden holds every format to what it was when somebody looked. testdata/formats holds the same files to the schemas and parsers
// of those who read them.
func TestGolden(t *testing.T) {
	t.Parallel()
	for _, format := range report.Formats() {
		golden(t, format.Name, everything(t), format.Name)
		golden(t, format.Name+"-nothing", &report.Report{Read: readSource}, format.Name)
	}
	for name, screen := range map[string]report.Screen{
		"text-terminal": {Width: 80}, "text-color": {Width: 80, Color: true}, "text-color-file": {Color: true},
	} {
		r := everything(t)
		r.Screen = screen
		golden(t, name, r, "text")
	}
}

func golden(t *testing.T, name string, r *report.Report, format string) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		t.Parallel()
		file := filepath.Join("testdata", "golden", name)
		got := written(t, format, r)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || got != string(want) {
			t.Errorf("%s is not what is written, run go test ./analyzer/report -update and look at the difference (%v)\n%s", file, err, got)
		}
	})
}

// Nothing that a hostile repository calls its files, or writes in them, commands a terminal.
func TestNothingCommandsTheTerminal(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"text", "github", "checkstyle"} {
		for _, width := range []int{0, 20, 80} {
			r := everything(t)
			r.Screen.Width = width
			text := written(t, format, r)
			at := strings.IndexFunc(text, func(c rune) bool { return c != '\n' && report.Visible(string(c)) != string(c) })
			if at >= 0 {
				t.Errorf("%s, %d columns: %q", format, width, text[at:])
			}
			if width == 0 && format == "text" && (strings.Contains(text, "##[") || strings.Contains(text, "\n::")) {
				t.Errorf("%d columns: a command for the runner of GitHub in\n%s", width, text)
			}
		}
	}
}

// What the table says of a format is so.
func TestFormatsHold(t *testing.T) {
	t.Parallel()
	for _, format := range report.Formats() {
		text := written(t, format.Name, everything(t))
		for what, sign := range map[string]string{"fixes": "${AZURE_CLIENT_ID:?}", "what is suppressed": "no other", "errors": "permission denied"} {
			holds := slices.Contains(strings.Split(format.Holds, ", "), what)
			if strings.Contains(text, sign) != holds {
				t.Errorf("%s: %q is in its Holds: %v, and %q in its text: %v", format.Name, what, holds, sign, !holds)
			}
		}
		if format.Use == "" || !strings.Contains(text, "names no identity") {
			t.Errorf("%s has no use, or no findings", format.Name)
		}
	}
}

func TestFormatOf(t *testing.T) {
	t.Parallel()
	_, err := report.FormatOf("xml")
	if want := "use one of text, json, sarif, github, rdjson, checkstyle, gitlab"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// GitHub takes texts of at most 1024 characters for a rule
// (https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support#reportingdescriptor-object).
func TestRulesFitGitHub(t *testing.T) {
	t.Parallel()
	for _, rule := range identity.Rules() {
		if len(rule.Reports) > 1024 || len(rule.Why) > 1024 {
			t.Errorf("%s: %d and %d bytes", rule.Name, len(rule.Reports), len(rule.Why))
		}
	}
}
