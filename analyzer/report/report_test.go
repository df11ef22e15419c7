package report_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

// finding returns a finding at line 3 with one fix of the given edits.
func finding(file string, start, end int, edits ...identity.Edit) identity.Finding {
	f := identity.Finding{
		Rule:    identity.Credential,
		Message: "f names no identity",
		Position: identity.Position{
			File: file, Start: start, End: end, Line: 3, Column: start, EndLine: 3, EndColumn: end,
		},
	}
	if len(edits) > 0 {
		f.Fixes = []identity.Fix{{Message: "name one", Edits: edits}}
	}
	return f
}

func suppressed(f identity.Finding) identity.Finding {
	f.Suppressed = "it is meant"
	return f
}

func TestText(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	findings := []identity.Finding{finding(filepath.Join("dir", "a.go"), 4, 9), suppressed(finding("b.go", 1, 2))}
	if err := report.Text(&b, findings); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "dir/a.go:3:4: f names no identity (credential)\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestErrorString(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		err  report.Error
		want string
	}{
		{report.Error{File: filepath.Join("dir", "a.go"), Message: "cannot be read"}, "dir/a.go: cannot be read"},
		{report.Error{File: "a.go", Line: 2, Column: 7, Message: "syntax error"}, "a.go:2:7: syntax error"},
	} {
		if got := test.err.String(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
