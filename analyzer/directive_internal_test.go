package analyzer

import (
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

func (d directive) equal(e directive) bool {
	return d.word == e.word && slices.Equal(d.rules, e.rules) && d.reason == e.reason && d.problem == e.problem
}

func TestParseDirective(t *testing.T) {
	t.Parallel()
	credential, request := identity.Credential, identity.IMDSURL
	for comment, want := range map[string]directive{
		"//whichid:system-assigned -- the host has one":     {word: wordSystem, reason: "the host has one"},
		"//whichid:system-assigned\t--  the  host\thas one": {word: wordSystem, reason: "the host has one"},
		"//whichid:system-assigned -- one -- or two":        {word: wordSystem, reason: "one -- or two"},
		"//whichid:ignore -- a sample":                      {word: wordIgnore, reason: "a sample"},
		"//whichid:ignore credential -- a sample":           {word: wordIgnore, rules: []string{credential}, reason: "a sample"},
		"//whichid:ignore credential,imds-url -- a sample":  {word: wordIgnore, rules: []string{credential, request}, reason: "a sample"},
		"//whichid:ignore credential , imds-url -- sample":  {word: wordIgnore, rules: []string{credential, request}, reason: "sample"},
		"//nolint":                           {word: wordNolint, reason: wordNolint},
		"//nolint // a sample":               {word: wordNolint, reason: "a sample"},
		"//nolint a sample":                  {word: wordNolint, reason: wordNolint},
		"//nolint:all":                       {word: wordNolint, reason: wordNolint},
		"//nolint:gosec,all":                 {word: wordNolint, reason: wordNolint},
		"//nolint:whichid":                   {word: wordNolint, reason: wordNolint},
		"//nolint:whichid //":                {word: wordNolint, reason: wordNolint},
		"//nolint:gosec, WhichID // a // b":  {word: wordNolint, reason: "a // b"},
		"// nolint:whichid":                  {word: wordNolint, reason: wordNolint},
		"////nolint:whichid":                 {word: wordNolint, reason: wordNolint},
		"//nolint:whichid,nonsense // twice": {word: wordNolint, reason: "twice"},
	} {
		if got, ok := parseDirective(comment); !ok || !got.equal(want) {
			t.Errorf("parseDirective(%q) = %+v, %v, want %+v", comment, got, ok, want)
		}
	}
}

func TestParseDirectiveNone(t *testing.T) {
	t.Parallel()
	for _, comment := range []string{
		"", "//", "// whichid", "// whichid: says which", "// whichid:says which", "//\twhichid:ignore -- an example",
		"//\t//whichid:ignore -- an example", "// See //whichid:ignore.", "//whichidx:ignore", "//which:id",
		"/*whichid:ignore -- a sample*/", "/* nolint */", "/*nolint*/",
		"//nolint:gosec", "//nolint:gosec // whichid", "//nolint:", "//nolint:whichid2", "//nolint:whichid a sample",
		"//nolintlint", "//\tnolint", "// no nolint",
	} {
		if got, ok := parseDirective(comment); ok {
			t.Errorf("parseDirective(%q) = %+v", comment, got)
		}
	}
}

func TestParseDirectiveProblems(t *testing.T) {
	t.Parallel()
	for comment, want := range map[string]string{
		"//whichid:":                                       `unknown directive "whichid:"`,
		"//whichid: ignore -- a sample":                    `unknown directive "whichid:"`,
		"//whichid:Ignore -- a sample":                     `unknown directive "whichid:Ignore"`,
		"//whichid:ignore--a sample":                       `unknown directive "whichid:ignore--a"`,
		"//whichid:ignore":                                 "whichid:ignore needs a reason",
		"//whichid:ignore --":                              "whichid:ignore needs a reason",
		"//whichid:ignore a sample":                        "whichid:ignore needs a reason",
		"//whichid:ignore --a sample":                      "whichid:ignore needs a reason",
		"//whichid:ignore , -- a sample":                   `unknown rule ""`,
		"//whichid:ignore credential, -- a sample":         `unknown rule ""`,
		"//whichid:ignore credential imds-url -- a sample": `unknown rule "credential imds-url"`,
		"//whichid:ignore all -- a sample":                 `unknown rule "all"`,
		"//whichid:ignore directive -- a sample":           `unknown rule "directive"`,
		"//whichid:system-assigned":                        "whichid:system-assigned needs a reason",
		"//whichid:system-assigned credential -- a sample": `takes nothing but a reason, not "credential"`,
		"// whichid:ignore -- a sample":                    "write //whichid:ignore",
		"//  whichid:system-assigned":                      "write //whichid:system-assigned",
	} {
		got, ok := parseDirective(comment)
		if !ok || !strings.Contains(got.problem, want) {
			t.Errorf("parseDirective(%q) = %+v, %v, want the problem %q", comment, got, ok, want)
		}
		for _, rule := range identity.Rules() {
			if got.silences(rule.Name) {
				t.Errorf("%q silences %s", comment, rule.Name)
			}
		}
	}
}

// TestDirectiveMeant holds the advice that each rule gives to the directives: it silences that rule.
func TestDirectiveMeant(t *testing.T) {
	t.Parallel()
	for _, rule := range identity.Rules() {
		advice, _, _ := strings.Cut(rule.Meant, ",")
		d, ok := parseDirective(advice)
		if rule.Name == identity.Directive {
			if ok {
				t.Errorf("%s: %q is a directive", rule.Name, advice)
			}
			continue
		}
		if !ok || !d.silences(rule.Name) || d.silences(identity.Directive) {
			t.Errorf("%s: %q does not silence this rule: %+v", rule.Name, advice, d)
		}
	}
}

// FuzzDirective holds the parser to two things: it takes any comment, and what it takes has one spelling that means the same.
func FuzzDirective(f *testing.F) {
	for _, comment := range []string{
		"//whichid:system-assigned -- the host has one", "//whichid:ignore credential, imds-url -- a sample", "//whichid:ignore",
		"// whichid:ignore", "//whichid:", "//nolint", "//nolint:gosec,whichid // a sample", "/* nolint */", "//whichid:ignore -- --",
	} {
		f.Add(comment)
	}
	f.Fuzz(func(t *testing.T, comment string) {
		d, ok := parseDirective(comment)
		if !ok || d.problem != "" {
			if ok && d.silences(identity.Credential) {
				t.Errorf("%q has the problem %q, and silences", comment, d.problem)
			}
			return
		}
		if d.reason == "" {
			t.Errorf("%q has no reason", comment)
		}
		again := "//" + d.String() + " -- " + d.reason
		if d.word == wordNolint {
			again = "//nolint:" + Name + " // " + d.reason
		}
		if same, ok := parseDirective(again); !ok || !same.equal(d) {
			t.Errorf("%q is %+v, written as %q it is %+v", comment, d, again, same)
		}
	})
}
