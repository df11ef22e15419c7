package report_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

// On a terminal the line is shown, and what is meant is marked: by columns, not by bytes.
func TestExcerpt(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		text  string // with what is meant between « and »
		width int
		want  string
	}{
		{"plain", "a\n  «az login» x\nb\n", 80, "    2 |   az login x\n      |   ^~~~~~~~\n"},
		{"a place and no range", "az «»login\n", 80, "    1 | az login\n      |    ^\n"},
		{"behind the line", "az login«»\n", 80, "    1 | az login\n      |         ^\n"},
		{"tabs", "\ta\t«az»\n", 80, "    1 |     a   az\n      |         ^~\n"},
		{"a tab that is meant", "ab«\taz»\n", 80, "    1 | ab  az\n      |   ^~~~\n"},
		{"wide characters", "한글 «글» az\n", 80, "    1 | 한글 글 az\n      |      ^~\n"},
		{"an accent of its own", "e\u0301 «az»\n", 80, "    1 | e\u0301 az\n      |   ^~\n"},
		{"control characters", "\x1b[2J \u202e «az\x07»\n", 80, `    1 | \x1b[2J \u202e az\x07` + "\n      |                ^~~~~~\n"},
		{"no UTF-8", "\xff\xfe «az»\n", 80, `    1 | \xff\xfe az` + "\n      |          ^~\n"},
		{"CRLF", "«az» login\r\nx\r\n", 80, "    1 | az login\n      | ^~\n"},
		{"byte order mark", "\uFEFF«az» login\n", 80, "    1 | az login\n      | ^~\n"},
		{"several lines", "«az \\\n  login»\n", 80, "    1 | az \\\n      | ^~~~\n"},
		{"an empty line", "a\n«»\nb\n", 80, ""},
		{"just fits", strings.Repeat("a", 28) + "«bc»\n", 39, "    1 | " + strings.Repeat("a", 28) + "bc\n      | " + strings.Repeat(" ", 28) + "^~\n"},
		{"cut behind", "«az» " + strings.Repeat("b", 100) + "\n", 39, "    1 | az " + strings.Repeat("b", 25) + "…\n      | ^~\n"},
		{"cut before", strings.Repeat("a", 100) + " «az»\n", 39, "    1 | …" + strings.Repeat("a", 25) + " az\n      | " + strings.Repeat(" ", 27) + "^~\n"},
		{"cut around", strings.Repeat("a", 5000) + "«az»" + strings.Repeat("b", 5000) + "\n", 39, "    1 | …" + strings.Repeat("a", 10) + "az" + strings.Repeat("b", 16) + "…\n      | " + strings.Repeat(" ", 11) + "^~\n"},
		{"wide ones are cut whole", strings.Repeat("한", 100) + "«az»\n", 39, "    1 | …" + strings.Repeat("한", 13) + "az\n      | " + strings.Repeat(" ", 27) + "^~\n"},
		{"more than fits is meant", "a «" + strings.Repeat("b", 100) + "»\n", 39, "    1 | a " + strings.Repeat("b", 26) + "…\n      |   " + "^" + strings.Repeat("~", 25) + "\n"},
		{"the narrowest", "«az» " + strings.Repeat("b", 100) + "\n", 1, "    1 | az " + strings.Repeat("b", 15) + "…\n      | ^~\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			before, rest, _ := strings.Cut(test.text, "«")
			meant, after, _ := strings.Cut(rest, "»")
			text := before + meant + after
			p := identity.Position{File: "a.sh", Start: len(before), End: len(before + meant), Line: strings.Count(before, "\n") + 1}
			got := written(t, "text", &report.Report{
				Findings: []identity.Finding{{Rule: identity.CommandRule, Position: p}},
				Read:     func(string) ([]byte, error) { return []byte(text), nil },
				Screen:   report.Screen{Width: test.width},
			})
			_, got, _ = strings.Cut(got, "\n")
			got, _, _ = strings.Cut(got, "      = ")
			if got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// What would cure a finding is what its first fix does, or what the rule recommends if that is one line of the same language.
func TestCure(t *testing.T) {
	t.Parallel()
	fixes := []identity.Fix{{Message: "do\nthis"}, {Message: "or that"}}
	for _, test := range []struct {
		file, rule string
		fixes      []identity.Fix
		want       string
	}{
		{"a.go", identity.Credential, fixes, `= fix: do\nthis`},
		{"a.go", identity.HardcodedID, nil, `= cure: opts.ID = azidentity.ClientID(os.Getenv("AZURE_CLIENT_ID"))`},
		{"a.go", identity.ConditionalID, nil, "= cure: see whichid help conditional-id"},
		{"a.py", identity.HardcodedID, nil, "= cure: see whichid help hardcoded-id"},
	} {
		got := written(t, "text", &report.Report{
			Findings: []identity.Finding{{Rule: test.rule, Position: identity.Position{File: test.file}, Fixes: test.fixes}},
			Read:     readSource,
			Screen:   report.Screen{Width: 80},
		})
		if !strings.Contains(got, test.want+"\n") {
			t.Errorf("%s, %s:\n%s\nwant %s", test.file, test.rule, got, test.want)
		}
	}
}

// The last line on a terminal counts what directives do not suppress.
func TestSummary(t *testing.T) {
	t.Parallel()
	plain, mended := finding("a.go", 1, 2), finding("b.go", 1, 2, identity.Edit{File: "b.go", New: "x"})
	for _, test := range []struct {
		findings []identity.Finding
		want     string
	}{
		{nil, ""},
		{[]identity.Finding{suppressed(plain)}, ""},
		{[]identity.Finding{plain}, "1 finding in 1 file\n"},
		{[]identity.Finding{plain, plain, suppressed(mended)}, "2 findings in 1 file\n"},
		{[]identity.Finding{plain, mended}, "2 findings in 2 files, 1 with a fix: whichid -fix\n"},
	} {
		got := written(t, "text", &report.Report{Findings: test.findings, Read: readSource, Screen: report.Screen{Width: 80}})
		if lines := strings.SplitAfter(got, "\n\n"); lines[len(lines)-1] != test.want {
			t.Errorf("got\n%s\nwant at the end\n%s", got, test.want)
		}
	}
}
