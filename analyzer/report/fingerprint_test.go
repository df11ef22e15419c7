package report_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

// at returns a finding of a rule at every place of a word in a text.
func at(rule, file, text, word string) []identity.Finding {
	var out []identity.Finding
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return out
		}
		from += i + len(word)
		out = append(out, identity.Finding{Rule: rule, Position: identity.Position{File: file, Start: from - len(word), End: from}})
	}
}

// A fingerprint stays when lines move, and tells apart what is not the same finding.
func TestFingerprints(t *testing.T) {
	t.Parallel()
	const file = "a.sh"
	of := func(file, rule, text string) []report.Fingerprint {
		return report.Fingerprints(at(rule, file, text, "login"), func(string) ([]byte, error) { return []byte(text), nil })
	}
	base := of(file, identity.CommandRule, "az login\n")[0]
	for _, test := range []struct {
		name       string
		file, rule string
		text       string
		same       bool
	}{
		{"moved", file, identity.CommandRule, "#!/bin/sh\n\naz login\n", true},
		{"indented, with other blanks and another end", file, identity.CommandRule, "\tif true\n\t\taz  login \r\n", true},
		{"at the end of the file", file, identity.CommandRule, "az login", true},
		{"other words in the line", file, identity.CommandRule, "az login --debug\n", false},
		{"another file", "b.sh", identity.CommandRule, "az login\n", false},
		{"another rule", file, identity.IgnoredID, "az login\n", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := of(test.file, test.rule, test.text)[0]
			if (got == base) != test.same || (got.String() == base.String()) != test.same {
				t.Errorf("%+v (%s), and %+v (%s)", got, got, base, base)
			}
		})
	}

	repeated := of(file, identity.CommandRule, "az login\naz login; az login\naz login\n")
	var nths []int
	texts := make(map[string]bool)
	for _, f := range repeated {
		nths = append(nths, f.Nth)
		texts[f.String()] = true
	}
	if len(nths) != 4 || nths[0] != 1 || nths[1] != 1 || nths[2] != 2 || nths[3] != 2 || len(texts) != 4 {
		t.Errorf("of four findings on equal lines and a third: %v", repeated)
	}
}

// What no text can be had for still has a fingerprint, and one that every file of text can hold.
func TestFingerprintWithoutText(t *testing.T) {
	t.Parallel()
	findings := []identity.Finding{{Rule: identity.Credential, Position: identity.Position{File: "a\xff\n.go", Start: 7}}}
	for _, test := range []struct {
		read func(string) ([]byte, error)
		want report.Fingerprint
	}{
		{
			func(string) ([]byte, error) { return nil, fs.ErrNotExist },
			report.Fingerprint{Rule: identity.Credential, File: `a\xff\n.go`, Nth: 1},
		},
		{
			func(string) ([]byte, error) { return []byte("f(\xfe)"), nil },
			report.Fingerprint{Rule: identity.Credential, File: `a\xff\n.go`, Line: "f(\uFFFD)", Nth: 1},
		},
	} {
		if got := report.Fingerprints(findings, test.read); len(got) != 1 || got[0] != test.want {
			t.Errorf("got %+v, want %+v", got, test.want)
		}
	}
}
