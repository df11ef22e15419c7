package report_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

// The runner of GitHub reads every name and message as they are, but for what could command a terminal. It unescapes in the order that
// it has in src/Runner.Common/ActionCommand.cs, the percent sign last.
func TestGitHubEscapes(t *testing.T) {
	t.Parallel()
	data := strings.NewReplacer("%0D", "\r", "%0A", "\n")
	property := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
	percent := strings.NewReplacer("%25", "%")
	for _, test := range []struct{ file, message, wantFile, wantMessage string }{
		{"a/b.go", "plain", "a/b.go", "plain"},
		{"a:b,c=d.go", "a: b, c=d::e", "a:b,c=d.go", "a: b, c=d::e"},
		{"100%25.go", "100% %0A", "100%25.go", "100% %0A"},
		{"two\nlines\r.go", "two\r\nlines", "two\nlines\r.go", "two\r\nlines"},
		{"\x1b[31m.go", "\x1b[31m", `\x1b[31m.go`, `\x1b[31m`},
	} {
		f := identity.Finding{Rule: identity.Credential, Message: test.message, Position: identity.Position{File: test.file, Line: 1, EndLine: 1}}
		line := written(t, "github", &report.Report{Findings: []identity.Finding{f}, Read: readSource})
		command, message, _ := strings.Cut(strings.TrimPrefix(strings.TrimSuffix(line, "\n"), "::"), "::")
		_, list, _ := strings.Cut(command, " ")
		file := ""
		for pair := range strings.SplitSeq(list, ",") {
			if name, value, _ := strings.Cut(pair, "="); name == "file" {
				file = percent.Replace(property.Replace(value))
			}
		}
		if message = percent.Replace(data.Replace(message)); file != test.wantFile || message != test.wantMessage {
			t.Errorf("%s is read as file %q and message %q, want %q and %q", line, file, message, test.wantFile, test.wantMessage)
		}
	}
}

// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format lists what an element must have. GitLab takes elements
// with the same fingerprint for one.
func TestGitLabElements(t *testing.T) {
	t.Parallel()
	var elements []struct {
		Description string `json:"description"`
		CheckName   string `json:"check_name"` //nolint:tagliatelle // GitLab's name
		Fingerprint string `json:"fingerprint"`
		Severity    string `json:"severity"`
		Location    struct {
			Path  string `json:"path"`
			Lines struct {
				Begin int `json:"begin"`
			} `json:"lines"`
		} `json:"location"`
	}
	r := everything(t)
	if err := json.Unmarshal([]byte(written(t, "gitlab", r)), &elements); err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, e := range elements {
		if e.Description == "" || e.CheckName == "" || e.Fingerprint == "" || e.Location.Path == "" || e.Location.Lines.Begin < 1 ||
			!slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, e.Severity) {
			t.Errorf("not an element: %+v", e)
		}
		seen[e.Fingerprint] = true
	}
	if want := len(r.Findings) - 1; len(elements) != want || len(seen) != want {
		t.Errorf("%d elements with %d fingerprints, want %d: those that are not suppressed", len(elements), len(seen), want)
	}
}

// Every format takes findings whose text is no more to be had. Only a fix cannot be told in lines and columns then.
func TestNoText(t *testing.T) {
	t.Parallel()
	gone := finding("gone.go", 4, 9, identity.Edit{File: "gone.go", Start: 4, End: 9, New: "mended"})
	for _, format := range report.Formats() {
		r := &report.Report{Findings: []identity.Finding{gone}, Read: readSource, Rules: identity.Rules(), Screen: report.Screen{Width: 80}}
		text := written(t, format.Name, r)
		if !strings.Contains(text, "f names no identity") {
			t.Errorf("%s leaves the finding out", format.Name)
		}
		if got := strings.Contains(text, "mended"); got != (format.Name == "json") {
			t.Errorf("%s tells the fix: %v", format.Name, got)
		}
	}
}
