package report_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

// sources are the files that the findings of everything are in: what is hard for one format or another.
func sources() map[string]string {
	return map[string]string{
		"größe/vault.go": "package store\n\nimport \"azidentity\"\n\nfunc f() {\n" +
			"\t/* Größe 😀 */ c, err := azidentity.New(nil) // ü\n}\n",
		"crlf.cmd":           "@echo off\r\naz login --identity\r\naz  login --identity\r\naz login --identity\r\n",
		"ctl\x1b[31m\n.sh":   "az login --identity # \x1b[2J\u202e\x9b\n",
		"no\xffutf8.sh":      "\xe9 az login --identity\n",
		"mark.py":            "\uFEFFsubprocess.run([\"az\", \"login\", \"--identity\"])\n",
		"main.tf":            "provider \"azurerm\" {\n  use_msi = true\n}\n",
		"a:b/c d%20.yaml":    "run: az login --identity\n",
		"long.json":          "{" + strings.Repeat("\"k\": \"한글\",\t", 300) + "\"run\": \"az login --identity\", " + strings.Repeat("\"é\": 1, ", 300) + "}\n",
		"Dockerfile":         "FROM scratch\nRUN az login --identity",
		"::error::x/last.sh": "curl ##[endgroup]\n",
	}
}

func readSource(name string) ([]byte, error) {
	text, ok := sources()[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return []byte(text), nil
}

// A mistake is a finding, and where it is, in words.
type mistake struct {
	file, rule, where string // where it is for the nth time, from 0
	nth               int
	message           string
	suppressed        string
	fixes             []identity.Fix
}

// finding finds the place.
func (m mistake) finding(t *testing.T) identity.Finding {
	t.Helper()
	text := sources()[m.file]
	start, end := find(t, text, m.where, m.nth)
	p := identity.Position{File: m.file, Start: start, End: end}
	p.Line, p.Column = lineColumn(text, start)
	p.EndLine, p.EndColumn = lineColumn(text, end)
	return identity.Finding{Rule: m.rule, Position: p, Message: m.message, Suppressed: m.suppressed, Fixes: m.fixes}
}

func find(t *testing.T, text, where string, nth int) (start, end int) {
	t.Helper()
	for ; nth >= 0; nth-- {
		at := strings.Index(text[end:], where)
		if at < 0 {
			t.Fatalf("no %q in %q", where, text)
		}
		start, end = end+at, end+at+len(where)
	}
	return start, end
}

func lineColumn(text string, offset int) (line, column int) {
	before := text[:offset]
	return strings.Count(before, "\n") + 1, offset - strings.LastIndex(before, "\n")
}

// edit replaces, in a file, what stands there for the nth time, from 0.
func edit(t *testing.T, file, where string, nth int, by string) identity.Edit {
	t.Helper()
	start, end := find(t, sources()[file], where, nth)
	return identity.Edit{File: file, Start: start, End: end, New: by}
}

// insert inserts behind what stands there for the nth time.
func insert(t *testing.T, file, where string, nth int, text string) identity.Edit {
	t.Helper()
	_, end := find(t, sources()[file], where, nth)
	return identity.Edit{File: file, Start: end, End: end, New: text}
}

const (
	noID  = "az login --identity names no identity: it works while the host has exactly one managed identity"
	named = "name the identity by the client ID in AZURE_CLIENT_ID"
)

// everything is a report with all that formats have to cope with.
func everything(t *testing.T) *report.Report {
	t.Helper()
	fix := func(message string, edits ...identity.Edit) identity.Fix {
		return identity.Fix{Message: message, Edits: edits}
	}
	login := func(file string, nth int) []identity.Fix {
		return []identity.Fix{fix(named, insert(t, file, "--identity", nth, ` --client-id "${AZURE_CLIENT_ID:?}"`))}
	}
	mistakes := []mistake{
		{
			file: "größe/vault.go", rule: identity.Credential, where: "azidentity.New(nil)",
			message: "azidentity.New names no identity: “größe” says nothing",
			fixes: []identity.Fix{
				fix("name the identity by {id} (100%)", insert(t, "größe/vault.go", "import ", 0, "(\n\t\"os\"\n\n\t"),
					insert(t, "größe/vault.go", `"azidentity"`, 0, "\n)"), edit(t, "größe/vault.go", "nil", 0, `&azidentity.Options{ID: os.Getenv("Ü😀")}`)),
				fix("name it by id", edit(t, "größe/vault.go", "nil", 0, "id")),
			},
		},
		{file: "crlf.cmd", rule: identity.CommandRule, where: "az login --identity", message: noID, fixes: login("crlf.cmd", 0)},
		{file: "crlf.cmd", rule: identity.CommandRule, where: "az  login --identity", message: noID, suppressed: `the "host" has {one}, no other`},
		{file: "crlf.cmd", rule: identity.CommandRule, where: "az login --identity", nth: 1, message: noID, fixes: login("crlf.cmd", 2)},
		{
			file: "ctl\x1b[31m\n.sh", rule: identity.CommandRule, where: "az login --identity", message: "az\x1b[1m: a, b and\r\n100% <more> & \"so\"",
			fixes: login("ctl\x1b[31m\n.sh", 0),
		},
		{
			file: "no\xffutf8.sh", rule: identity.CommandRule, where: "\xe9 az login --identity", message: "\xe9 is no text",
			fixes: append(login("no\xffutf8.sh", 0), fix("what no JSON can hold", edit(t, "no\xffutf8.sh", "az", 0, "\xe9"))),
		},
		{
			file: "mark.py", rule: identity.CommandRule, where: `["az", "login", "--identity"]`, message: noID,
			fixes: []identity.Fix{fix(named, insert(t, "mark.py", "\uFEFF", 0, "import os\n\n"), insert(t, "mark.py", `"--identity"`, 0, `, "--client-id", os.environ["AZURE_CLIENT_ID"]`))},
		},
		{file: "main.tf", rule: identity.Manifest, where: "provider \"azurerm\" {\n  use_msi = true\n}", message: "provider azurerm names no identity"},
		{file: "a:b/c d%20.yaml", rule: identity.HardcodedID, where: "az login --identity", message: noID},
		{file: "long.json", rule: identity.CommandRule, where: "az login --identity", message: noID, fixes: login("long.json", 0)},
		{file: "Dockerfile", rule: identity.CommandRule, where: "az login --identity", message: noID, fixes: login("Dockerfile", 0)},
		{
			file: "::error::x/last.sh", rule: identity.IMDSURL, where: "curl ##[endgroup]", message: "##[endgroup] names no identity",
			fixes: []identity.Fix{fix(named, insert(t, "::error::x/last.sh", "\n", 0, "# ##[\n"))},
		},
	}
	r := &report.Report{Rules: identity.Rules(), Version: "1.2.3", Read: readSource}
	for _, m := range mistakes {
		r.Findings = append(r.Findings, m.finding(t))
	}
	r.Findings = identity.Sort(r.Findings)
	r.Errors = []report.Error{
		{File: "broken.go", Line: 2, Column: 7, Message: `syntax error: expected '}', 100% "sure"`},
		{File: "crlf.cmd", Message: "a fault in whichid"},
		{File: "no\xff\x1bdir", Message: "cannot be read: permission denied"},
	}
	return r
}

func written(t *testing.T, format string, r *report.Report) string {
	t.Helper()
	f, err := report.FormatOf(format)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
