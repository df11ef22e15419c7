package analyzer_test

import (
	"flag"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
)

func TestBadConfig(t *testing.T) {
	t.Parallel()
	ruleNames := "use one of all, credential"
	idForms := "use scope, env:NAME, expr:EXPR or expr:EXPR@PACKAGE"
	for _, test := range []struct {
		flags  string // as on a command line, in the place of the config
		want   []string
		config analyzer.Config
	}{
		{"-enable=credentials", []string{`"credentials"`, "unknown rule", ruleNames}, analyzer.Config{Enable: []string{"credentials"}}},
		{"-enable=", []string{`""`, "unknown rule", ruleNames}, analyzer.Config{Enable: []string{""}}},
		{"-enable=credential,", []string{`""`, "unknown rule", ruleNames}, analyzer.Config{Enable: []string{"credential", ""}}},
		{"-enable=Credential", []string{`"Credential"`, "unknown rule"}, analyzer.Config{Enable: []string{"Credential"}}},
		{"-disable=imds", []string{"disable", `"imds"`, "unknown rule", "imds-url"}, analyzer.Config{Disable: []string{"imds"}}},
		{"-disable=none", []string{`"none"`, "unknown rule"}, analyzer.Config{Disable: []string{"none"}}},
		{"-id=", []string{`""`, "unknown source", idForms}, analyzer.Config{IDs: []string{""}}},
		{"-id=AZURE_CLIENT_ID", []string{"unknown source", idForms}, analyzer.Config{IDs: []string{"AZURE_CLIENT_ID"}}},
		{"-id=scope:x", []string{"unknown source", idForms}, analyzer.Config{IDs: []string{"scope:x"}}},
		{"-id=env", []string{"not the name of an environment variable", idForms}, analyzer.Config{IDs: []string{"env"}}},
		{"-id=env:", []string{"not the name of an environment variable", idForms}, analyzer.Config{IDs: []string{"env:"}}},
		{"-id=env:A-B", []string{"not the name of an environment variable"}, analyzer.Config{IDs: []string{"env:A-B"}}},
		{`-id=env:A"`, []string{"not the name of an environment variable"}, analyzer.Config{IDs: []string{`env:A"`}}},
		{"-id=expr:", []string{"not a Go expression", idForms}, analyzer.Config{IDs: []string{"expr:"}}},
		{"-id=expr:a b", []string{"not a Go expression"}, analyzer.Config{IDs: []string{"expr:a b"}}},
		{"-id=expr:f(", []string{"not a Go expression"}, analyzer.Config{IDs: []string{"expr:f("}}},
		{"-id=expr:a; b", []string{"not a Go expression"}, analyzer.Config{IDs: []string{"expr:a; b"}}},
		{"-id=expr:config.ID()@", []string{"no import path"}, analyzer.Config{IDs: []string{"expr:config.ID()@"}}},
		{"-id=expr:config.ID()@a b", []string{"no import path"}, analyzer.Config{IDs: []string{"expr:config.ID()@a b"}}},
		{"-sink=", []string{"a row has a rule and a target"}, analyzer.Config{Sinks: []string{"credential"}}},
		{"-sink=credential New", []string{`"New"`, "no PACKAGE.Name"}, analyzer.Config{Sinks: []string{"credential New"}}},
		{"-sink=imds-url a.New", []string{"unknown rule", "credential"}, analyzer.Config{Sinks: []string{"imds-url a.New"}}},
		{"-id=expr:1@example.com/a", []string{"begin with the package's name"}, analyzer.Config{IDs: []string{"expr:1@example.com/a"}}},
	} {
		t.Run(test.flags, func(t *testing.T) {
			t.Parallel()
			check := func(what string, err error) {
				t.Helper()
				if err == nil {
					t.Errorf("%s: no error", what)
					return
				}
				for _, want := range test.want {
					if !strings.Contains(err.Error(), want) {
						t.Errorf("%s: the error %q does not say %q", what, err, want)
					}
				}
			}
			check("Validate", test.config.Validate())
			_, err := analyzer.NewChecker(test.config)
			check("NewChecker", err)
			_, err = analyzer.New(test.config).Run(new(analysis.Pass))
			check("Run", err)
			check("flags", parse(new(analyzer.Config), test.flags))
		})
	}
}

// parse reads one flag into a config.
func parse(config *analyzer.Config, flags ...string) error {
	set := flag.NewFlagSet("whichid", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	config.RegisterFlags(set)
	return set.Parse(flags)
}

func TestGoodConfig(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		flags string
		want  analyzer.Config
	}{
		{"", analyzer.Config{}},
		{"-enable=all", analyzer.Config{Enable: []string{"all"}}},
		{"-enable=conditional-id,hardcoded-id", analyzer.Config{Enable: []string{"conditional-id", "hardcoded-id"}}},
		{"-enable=conditional-id -enable=hardcoded-id", analyzer.Config{Enable: []string{"conditional-id", "hardcoded-id"}}},
		{"-disable=imds-url", analyzer.Config{Disable: []string{"imds-url"}}},
		{"-enable=imds-url -disable=all", analyzer.Config{Enable: []string{"imds-url"}, Disable: []string{"all"}}},
		{"-id=scope", analyzer.Config{IDs: []string{"scope"}}},
		{"-id=scope -id=env:APP_ID", analyzer.Config{IDs: []string{"scope", "env:APP_ID"}}},
		{"-id=env:a1_B", analyzer.Config{IDs: []string{"env:a1_B"}}},
		{"-id=expr:cfg.ID", analyzer.Config{IDs: []string{"expr:cfg.ID"}}},
		{"-id=expr:config.IdentityID()@example.com/app/config", analyzer.Config{IDs: []string{"expr:config.IdentityID()@example.com/app/config"}}},
		{`-id=expr:f("a@b")`, analyzer.Config{IDs: []string{`expr:f("a@b")`}}},
		{`-id=expr:config.Get("a@b")@example.com/app`, analyzer.Config{IDs: []string{`expr:config.Get("a@b")@example.com/app`}}},
		{"-sink=no-selector\texample.com/a.New", analyzer.Config{Sinks: []string{"no-selector\texample.com/a.New"}}},
		{"-tests", analyzer.Config{Tests: true}},
		{"-tests=false", analyzer.Config{}},
		{"-generated -tests", analyzer.Config{Generated: true, Tests: true}},
	} {
		t.Run(test.flags, func(t *testing.T) {
			t.Parallel()
			var got analyzer.Config
			if err := parse(&got, strings.FieldsFunc(test.flags, func(r rune) bool { return r == ' ' })...); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got.Enable, test.want.Enable) || !slices.Equal(got.Disable, test.want.Disable) ||
				!slices.Equal(got.IDs, test.want.IDs) || !slices.Equal(got.Sinks, test.want.Sinks) ||
				got.Tests != test.want.Tests || got.Generated != test.want.Generated {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
			if err := got.Validate(); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestFlags pins the analyzer's flags and their defaults.
func TestFlags(t *testing.T) {
	t.Parallel()
	want := map[string]string{"enable": "", "disable": "", "id": "", "sink": "", "tests": "false", "generated": "false", "facts": "false"}
	got := make(map[string]string)
	analyzer.New(analyzer.Config{}).Flags.VisitAll(func(f *flag.Flag) {
		got[f.Name] = f.DefValue
		if f.Usage == "" || strings.HasSuffix(f.Usage, ".") {
			t.Errorf("-%s: usage %q", f.Name, f.Usage)
		}
	})
	if !maps.Equal(got, want) {
		t.Errorf("flags and defaults are %v, want %v", got, want)
	}
}

// TestFlagsAdd holds flags to add to the configuration that they are registered for, and to leave others alone.
func TestFlagsAdd(t *testing.T) {
	t.Parallel()
	config := analyzer.Config{Enable: []string{identity.ConditionalID}, Tests: true}
	a := analyzer.New(config)
	if got := a.Flags.Lookup("tests").DefValue; got != "true" {
		t.Errorf("-tests is %s by default, want what the configuration says", got)
	}
	if err := parse(&config, "-enable="+identity.HardcodedID, "-tests=false"); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(config.Enable, []string{identity.ConditionalID, identity.HardcodedID}) || config.Tests {
		t.Errorf("the flags make it %+v", config)
	}
	if got := a.Flags.Lookup("tests").Value.String(); got != "true" {
		t.Errorf("the flags of one analyzer changed another's -tests to %s", got)
	}
}

// TestRulesChosen checks which rules a configuration reports.
func TestRulesChosen(t *testing.T) {
	t.Parallel()
	all := []string{
		identity.Credential, identity.IMDSURL, identity.IgnoredID, identity.ConditionalID, identity.DefaultCredential,
		identity.SystemAssigned, identity.HardcodedID, identity.NoSelector, identity.DirectiveRule,
	}
	for _, test := range []struct {
		flags []string
		want  []string
	}{
		{nil, []string{identity.Credential, identity.IMDSURL, identity.IgnoredID, identity.DirectiveRule}},
		{[]string{"-enable=all"}, all},
		{[]string{"-disable=all"}, nil},
		{[]string{"-enable=all", "-disable=all"}, all},
		{[]string{"-enable=hardcoded-id", "-disable=all"}, []string{identity.HardcodedID}},
		{[]string{"-enable=hardcoded-id", "-disable=hardcoded-id,directive,credential"}, []string{identity.IMDSURL, identity.IgnoredID}},
	} {
		t.Run(strings.Join(test.flags, " "), func(t *testing.T) {
			t.Parallel()
			var s situation
			if err := parse(&s.config, test.flags...); err != nil {
				t.Fatal(err)
			}
			dir := testdata + "/src/together/rules"
			pkg, _ := load(dir, read(t, dir), completeTypes(testdata))
			got := make(map[string]bool)
			for _, f := range s.find(t, pkg) {
				got[f.Rule] = true
			}
			if !slices.Equal(slices.Sorted(maps.Keys(got)), slices.Sorted(slices.Values(test.want))) {
				t.Errorf("reports %v, want %v", slices.Sorted(maps.Keys(got)), test.want)
			}
		})
	}
}
