package main

import (
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

// TestHelpSaysWhatIsFixed holds what the manual says of fixes to the situations: a rule has one there if the manual says so.
func TestHelpSaysWhatIsFixed(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	run([]string{"-config=none", "-enable=all", "-format=json", "../../testdata/src/...", "../../testdata/files/..."}, &out, io.Discard)
	var report struct {
		Findings []struct {
			Rule  string     `json:"rule"`
			Fixes []struct{} `json:"fixes"`
		} `json:"findings"`
	}
	if err := json.Unmarshal([]byte(out.String()), &report); err != nil {
		t.Fatal(err)
	}
	isFixed := make(map[string]bool)
	for _, f := range report.Findings {
		isFixed[f.Rule] = isFixed[f.Rule] || len(f.Fixes) > 0
	}
	for _, rule := range identity.Rules() {
		fixed, seen := isFixed[rule.Name]
		if !seen || fixed != (rule.Fix != "") || rule.NoFix == "" {
			t.Errorf("%s: found %v, fixed %v, and the manual says %q, none %q", rule.Name, seen, fixed, rule.Fix, rule.NoFix)
		}
	}
}
