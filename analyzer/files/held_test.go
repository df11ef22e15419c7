package files_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/internal/fuzzing"
	"github.com/whichid/whichid/analyzer/report"
)

// A holder holds what is found in a text to what has to be true of any text.
type holder struct {
	checker *files.Checker
	dir     string // of files with the names that are given
}

func newHolder(tb testing.TB, names ...string) *holder {
	tb.Helper()
	h := &holder{checker(), tb.TempDir()}
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(h.dir, name), nil, 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return h
}

// TestHeld holds what fuzz targets have found.
func TestHeld(t *testing.T) {
	t.Parallel()
	for situation, file := range map[string]struct{ name, text string }{
		"a substitution that does not end":         {"a.sh", "curl /metadata/identity/oauth2/token?resource=$("},
		"Python in a script, CRLF":                 {"a.sh", "python3 - <<'X'\nfrom azure.identity import ManagedIdentityCredential\nManagedIdentityCredential()\nX\n"},
		"a key of an action, CRLF":                 {"a.yaml", "steps:\n- uses: azure/login@v2\n  with:\n    auth-type: IDENTITY\n    tenant-id: ${{ secrets.TENANT_ID }}\n"},
		"braces that hold lines, CRLF":             {"a.yaml", "steps:\n- uses: azure/login@v2\n  with: {\n    auth-type: IDENTITY }\n"},
		"a string that does not end, CRLF":         {"a.py", "U = \"http://169.254.169.254/metadata/identity/oauth2/token\nrequests.get(U, params={'resource': 'x'})\n"},
		"a brace that the fix would close":         {"a.rb", "u = \"http://169.254.169.254/metadata/identity/oauth2/token?resource=x{a[\"\n"},
		"a control character in broken YAML, CRLF": {"a.json", "  azureUseManagedIdentityExtension: true\noff: a\nb: " + strings.Repeat("c", 459) + "\x7f"},
		"a label that does not end, CRLF":          {"a.tf", "source \"azure-arm\n \"a\" {\n}\n"},
		"a dollar at the end of a recipe, CRLF":    {"Makefile", "\tcurl /metadata/identity/oauth2/token?resource=$\n"},
		"an argument without a number, CRLF":       {"a.cmd", "echo %~n\naz login -i\n"},
		"a quote in a notebook's command, CRLF":    {"a.py", "!az login -\"i\n"},
		"a notebook's command in two lines, CRLF":  {"a.py", "!az login \\\n  -i\n"},
		"a backslash at the end of a heredoc":      {"Dockerfile", "FROM a\nRUN <<EOF\naz login -i\\\nEOF\nRUN [\"a\"]\n"},
		"a function whose name stands at the end":  {"a.ps1", "Connect-Graph\nfunction\x00"},
		"a file that is not what it is called":     {"a.py.j2", "runcmd:\n  - [az, login]\n  - path: /opt/login.py\n    content: |\n      from azure.identity import ManagedIdentityCredential\n      credential = ManagedIdentityCredential()\n  - path: b\n"},
	} {
		t.Run(situation, func(t *testing.T) {
			t.Parallel()
			newHolder(t, file.name).hold(t, file.name, file.text)
		})
	}
}

// hold reads a text: it is found the same each time, at places in the text, however lines end, and it can be mended.
func (h *holder) hold(t *testing.T, name, text string) {
	t.Helper()
	const long = 16 << 10 // some readers give up on longer texts, and a longer one shows nothing more
	if len(text) > long {
		return
	}
	found := h.checker.Check(name, text)
	if again := h.checker.Check(name, text); describe(again) != describe(found) {
		t.Fatalf("found\n%sand then\n%s", describe(found), describe(again))
	}
	for _, finding := range found {
		holdFinding(t, name, text, finding)
	}
	if fuzzing.OnlyCrashes() {
		return
	}
	h.holdEnds(t, name, text, found)
	h.holdFixes(t, name, text, found)
}

// holdFinding holds a finding to its text.
func holdFinding(t *testing.T, name, text string, found identity.Finding) {
	t.Helper()
	at := found.Position
	if at.Start < 0 || at.Start > at.End || at.End > len(text) {
		t.Fatalf("%s in bytes %d to %d of %d", found.Rule, at.Start, at.End, len(text))
	}
	line, column := place(text, at.Start)
	endLine, endColumn := place(text, at.End)
	want := identity.Position{
		File: name, Start: at.Start, End: at.End, Line: line, Column: column, EndLine: endLine, EndColumn: endColumn,
	}
	if at != want {
		t.Errorf("%s at %+v, want %+v", found.Rule, at, want)
	}
	isRule := func(rule identity.Rule) bool { return rule.Name == found.Rule }
	if found.Message == "" || !slices.ContainsFunc(identity.Rules(), isRule) {
		t.Errorf("%s: message %q", found.Rule, found.Message)
	}
	for _, fix := range found.Fixes {
		if fix.Message == "" || len(fix.Edits) == 0 {
			t.Errorf("line %d: the fix %q has %d edits", line, fix.Message, len(fix.Edits))
		}
		for _, edit := range fix.Edits {
			if edit.File != name || edit.Start < 0 || edit.Start > edit.End || edit.End > len(text) || text[edit.Start:edit.End] == edit.New {
				t.Errorf("line %d: %+v of %d bytes", line, edit, len(text))
			}
		}
	}
}

// place returns the line and the column of a byte.
func place(text string, at int) (line, column int) {
	before := text[:at]
	return strings.Count(before, "\n") + 1, at - strings.LastIndexByte(before, '\n')
}

// holdEnds gives lines the ends of Windows. The same is found, and mended in the same way.
func (h *holder) holdEnds(t *testing.T, name, text string, found []identity.Finding) {
	t.Helper()
	if strings.ContainsRune(text, '\r') {
		return
	}
	windows := strings.ReplaceAll(text, "\n", "\r\n")
	other := h.checker.Check(name, windows)
	if lines(other) != lines(found) {
		t.Fatalf("found\n%swith ends of Windows\n%s", lines(found), lines(other))
	}
	mended := strings.ReplaceAll(h.mend(t, text, found), "\n", "\r\n")
	if got := h.mend(t, windows, other); got != mended {
		t.Errorf("with ends of Windows it is mended to\n%q\nwant\n%q", got, mended)
	}
}

// lines describes findings by their lines.
func lines(found []identity.Finding) string {
	found = slices.Clone(found)
	for i := range found {
		found[i].Position.Column = 0
	}
	return describe(found)
}

// holdFixes mends a text: it is no less well formed, what was mended is not found again, and nothing is left to mend.
func (h *holder) holdFixes(t *testing.T, name, text string, found []identity.Finding) {
	t.Helper()
	for range len(found) + 1 { // fixes that overlap wait for the next round
		mended := h.mend(t, text, found)
		if mended == text {
			return
		}
		after := h.checker.Check(name, mended)
		if fixable(after) >= fixable(found) {
			t.Fatalf("mended to\n%q\nit has\n%sbefore\n%s", mended, describe(after), describe(found))
		}
		text, found = mended, after
	}
}

// fixable counts the findings that can be mended.
func fixable(found []identity.Finding) (n int) {
	for _, finding := range found {
		n += min(len(finding.Fixes), 1)
	}
	return n
}

// mend applies the first fixes.
func (h *holder) mend(t *testing.T, text string, found []identity.Finding) string {
	t.Helper()
	read := func(string) ([]byte, error) { return []byte(text), nil }
	plan := report.Fix(found, report.Tree{Base: h.dir, Roots: []string{h.dir}, Read: read, Check: files.StillParses})
	for _, e := range plan.Errors {
		if isSound := files.StillParses(e.File, nil, []byte(text)) == nil; isSound { // what has faults is left if it gets more
			t.Error(e)
		}
	}
	for _, file := range plan.Files {
		return string(file.New)
	}
	return text
}
