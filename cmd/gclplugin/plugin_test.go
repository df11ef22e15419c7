package gclplugin

import (
	"fmt"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/whichid/whichid/analyzer"
)

// TestSettings decodes what golangci-lint makes of .golangci.yml.
func TestSettings(t *testing.T) {
	t.Parallel()
	const keys = ": use enable (a list of names), disable (a list of names), id (a list of strings), sink (a list of strings), " +
		"tests (true or false), generated (true or false), facts (true or false)"
	for name, test := range map[string]struct {
		settings any
		want     string // the error
		facts    bool
	}{
		"none":  {},
		"empty": {settings: map[string]any{}},
		"all": {
			settings: map[string]any{
				"enable": []any{"all"}, "disable": []any{"no-selector"}, "id": []any{"env:APP_ID"}, "tests": true, "generated": true, "facts": true,
				"sink": []any{"credential example.com/app/token.New(1) id=0.ClientID"},
			},
			facts: true,
		},
		"unknown key": {settings: map[string]any{"enabel": []any{"all"}}, want: `unknown field "enabel"` + keys},
		"no key":      {settings: map[string]any{"ReportNolint": true}, want: `unknown field "ReportNolint"` + keys},
		"no list":     {settings: map[string]any{"enable": "all"}, want: "string into Go struct field Config.enable of type []string" + keys},
		"no switch":   {settings: map[string]any{"tests": "perhaps"}, want: "string into Go struct field Config.tests of type bool" + keys},
		"no map":      {settings: []any{"all"}, want: "array into Go value of type analyzer.Config" + keys},
		"rule":        {settings: map[string]any{"disable": []any{"nonsense"}}, want: `settings: disable: "nonsense": unknown rule: use one of all, `},
		"id":          {settings: map[string]any{"id": []any{"environment"}}, want: `settings: id: "environment": unknown source: use scope, `},
		"sink":        {settings: map[string]any{"sink": []any{"nonsense"}}, want: "settings: sink: "},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			build, err := register.GetPlugin("whichid")
			if err != nil {
				t.Fatal(err)
			}
			p, err := build(test.settings)
			if test.want != "" {
				if err == nil || !strings.Contains(err.Error(), test.want) {
					t.Errorf("%v, want %q", err, test.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			all, err := p.BuildAnalyzers()
			if err != nil || len(all) != 1 || p.GetLoadMode() != register.LoadModeTypesInfo {
				t.Fatalf("%v, %v, load mode %s", all, err, p.GetLoadMode())
			}
			// Of an analyzer that is called otherwise golangci-lint puts the name before every message.
			if a := all[0]; a.Name != analyzer.Name || len(a.FactTypes) > 0 != test.facts {
				t.Errorf("%s with %d facts, want facts: %v", a.Name, len(a.FactTypes), test.facts)
			}
		})
	}
}

func TestTell(t *testing.T) {
	t.Parallel()
	first := analysis.SuggestedFix{Message: "first"}
	for name, test := range map[string]struct{ diagnostic, want analysis.Diagnostic }{
		"no fix": {
			analysis.Diagnostic{Pos: 1, End: 2, Category: "dsn", Message: "names none"},
			analysis.Diagnostic{Pos: 1, End: 2, Category: "dsn", Message: "dsn: names none"},
		},
		"fixes": {
			analysis.Diagnostic{
				Pos: 3, Category: "credential", Message: "names none", SuggestedFixes: []analysis.SuggestedFix{first, {Message: "second"}},
				Related: []analysis.RelatedInformation{{Pos: 4}},
			},
			analysis.Diagnostic{Pos: 3, Category: "credential", Message: "credential: names none", SuggestedFixes: []analysis.SuggestedFix{first}},
		},
	} {
		if got, want := fmt.Sprintf("%+v", tell(test.diagnostic)), fmt.Sprintf("%+v", test.want); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
