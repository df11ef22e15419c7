package report_test

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

// FuzzWrite writes reports of hostile names, messages and texts: who reads them finds a message where one is, and no other ones.
func FuzzWrite(f *testing.F) {
	f.Add("a.sh", "az login names no identity", "az login -i\n", uint16(3), uint16(8))
	f.Add("::error::x/ctl\x1b\n.sh", "##[group]%0A::warning::\xff\r\n]]>", "\uFEFF한글\r\n\x00\x85", uint16(9), uint16(2))
	f.Add(":", "az login names no identity", "az login -i\n", uint16(3), uint16(8))
	f.Add(`a "b",c:d\e`, "<a b='&amp;'>\u202e\ufffe", "é😀", uint16(2), uint16(5))
	f.Fuzz(func(t *testing.T, name, message, text string, start, end uint16) {
		if name == "" || message == "" {
			return
		}
		from := min(int(start), len(text))
		to := max(from, min(int(end), len(text)))
		p := identity.Position{File: name, Start: from, End: to}
		p.Line, p.Column = lineColumn(text, from)
		p.EndLine, p.EndColumn = lineColumn(text, to)
		fix := identity.Fix{Message: message, Edits: []identity.Edit{{File: name, Start: from, End: to, New: message}}}
		r := &report.Report{
			Findings: []identity.Finding{{Rule: identity.CommandRule, Position: p, Message: message, Fixes: []identity.Fix{fix}}},
			Errors:   []report.Error{{File: name, Message: message}},
			Read:     func(string) ([]byte, error) { return []byte(text), nil },
			Rules:    identity.Rules()[:1],
		}
		holdLines(t, "text", written(t, "text", r), 1)
		holdLines(t, "github", written(t, "github", r), 2)
		for _, format := range []string{"json", "sarif", "rdjson", "gitlab"} {
			holdJSON(t, format, written(t, format, r))
		}
		holdXML(t, written(t, "checkstyle", r), message)
		r.Screen.Width = 30
		onScreen := written(t, "text", r)
		holdLines(t, "text on a terminal", onScreen, strings.Count(onScreen, "\n"))
	})
}

// holdLines holds a report to a number of lines that command nothing.
func holdLines(t *testing.T, format, text string, count int) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) != count {
		t.Errorf("%s: %d lines, want %d: %q", format, len(lines), count, text)
	}
	for _, line := range lines {
		if report.Visible(line) != line || strings.HasPrefix(strings.TrimSpace(line), "::") != (format == "github") {
			t.Errorf("%s: %q", format, line)
		}
	}
}

func holdJSON(t *testing.T, format, text string) {
	t.Helper()
	if !json.Valid([]byte(text)) || strings.ToValidUTF8(text, "") != text {
		t.Errorf("%s: %q", format, text)
	}
}

func holdXML(t *testing.T, text, message string) {
	t.Helper()
	var read struct {
		Files []struct {
			Errors []struct {
				Message string `xml:"message,attr"`
			} `xml:"error"`
		} `xml:"file"`
	}
	if err := xml.Unmarshal([]byte(text), &read); err != nil || len(read.Files) != 1 || len(read.Files[0].Errors) != 2 {
		t.Fatalf("%v: %s", err, text)
	}
	for _, e := range read.Files[0].Errors {
		if want := report.Visible(message); e.Message != want {
			t.Errorf("the message is %q, want %q", e.Message, want)
		}
	}
}
