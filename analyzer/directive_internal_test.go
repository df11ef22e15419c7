package analyzer

import (
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

func equal(d, e identity.Directive) bool {
	return d.Word == e.Word && slices.Equal(d.Rules, e.Rules) && d.Reason == e.Reason && d.Problem == e.Problem
}

func TestParseDirective(t *testing.T) {
	t.Parallel()
	credential, request := identity.Credential, identity.IMDSURL
	for comment, want := range map[string]identity.Directive{
		"//whichid:system-assigned -- the host has one":     {Word: identity.WordSystem, Reason: "the host has one"},
		"//whichid:system-assigned\t--  the  host\thas one": {Word: identity.WordSystem, Reason: "the host has one"},
		"//whichid:system-assigned -- one -- or two":        {Word: identity.WordSystem, Reason: "one -- or two"},
		"//whichid:ignore -- a sample":                      {Word: identity.WordIgnore, Reason: "a sample"},
		"//whichid:ignore credential -- a sample":           {Word: identity.WordIgnore, Rules: []string{credential}, Reason: "a sample"},
		"//whichid:ignore credential,imds-url -- a sample":  {Word: identity.WordIgnore, Rules: []string{credential, request}, Reason: "a sample"},
		"//whichid:ignore credential , imds-url -- sample":  {Word: identity.WordIgnore, Rules: []string{credential, request}, Reason: "sample"},
		"//nolint":                           {Word: identity.WordNolint, Reason: identity.WordNolint},
		"//nolint // a sample":               {Word: identity.WordNolint, Reason: "a sample"},
		"//nolint a sample":                  {Word: identity.WordNolint, Reason: identity.WordNolint},
		"//nolint:all":                       {Word: identity.WordNolint, Reason: identity.WordNolint},
		"//nolint:gosec,all":                 {Word: identity.WordNolint, Reason: identity.WordNolint},
		"//nolint:whichid":                   {Word: identity.WordNolint, Reason: identity.WordNolint},
		"//nolint:whichid //":                {Word: identity.WordNolint, Reason: identity.WordNolint},
		"//nolint:gosec, WhichID // a // b":  {Word: identity.WordNolint, Reason: "a // b"},
		"// nolint:whichid":                  {Word: identity.WordNolint, Reason: identity.WordNolint},
		"////nolint:whichid":                 {Word: identity.WordNolint, Reason: identity.WordNolint},
		"//nolint:whichid,nonsense // twice": {Word: identity.WordNolint, Reason: "twice"},
	} {
		if got, ok := parseDirective(comment); !ok || !equal(got, want) {
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
		if !ok || !strings.Contains(got.Problem, want) {
			t.Errorf("parseDirective(%q) = %+v, %v, want the problem %q", comment, got, ok, want)
		}
		for _, rule := range identity.Rules() {
			if got.Silences(rule.Name) {
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
		d, ok := parseDirective("//" + strings.TrimLeft(advice, "/#"))
		if rule.Name == identity.DirectiveRule {
			if ok {
				t.Errorf("%s: %q is a directive", rule.Name, advice)
			}
			continue
		}
		if !ok || !d.Silences(rule.Name) || d.Silences(identity.DirectiveRule) {
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
		if !ok || d.Problem != "" {
			if ok && d.Silences(identity.Credential) {
				t.Errorf("%q has the problem %q, and silences", comment, d.Problem)
			}
			return
		}
		if d.Reason == "" {
			t.Errorf("%q has no reason", comment)
		}
		again := "//" + d.String() + " -- " + d.Reason
		if d.Word == identity.WordNolint {
			again = "//nolint:" + Name + " // " + d.Reason
		}
		if same, ok := parseDirective(again); !ok || !equal(same, d) {
			t.Errorf("%q is %+v, written as %q it is %+v", comment, d, again, same)
		}
	})
}
