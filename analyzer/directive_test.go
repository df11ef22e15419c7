package analyzer_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
)

// checkTree returns the findings of one package, the suppressed ones among them.
func checkTree(t *testing.T, tree string, config analyzer.Config) []identity.Finding {
	t.Helper()
	dir := filepath.Join(testdata, "src", filepath.FromSlash(tree))
	pkg, errs := load(dir, read(t, dir), completeTypes(testdata))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	checker, err := analyzer.NewChecker(config)
	if err != nil {
		t.Fatal(err)
	}
	return checker.Check(pkg)
}

// TestSuppressed holds findings that are silenced to the reasons of their directives: drivers may show both.
func TestSuppressed(t *testing.T) {
	for tree, want := range map[string][]string{
		"directive/file":     {"samples, never deployed", "samples, never deployed"},
		"directive/function": {"the role is bound to it", "the host has one", "samples", "samples", "the host has one"},
		"directive/nolint": {
			"nolint", "the host has one", "a sample", "a sample", "nolint", "a sample", "nolint", "nolint",
			"the host has one", "nolint", "a sample",
		},
		"directive/filenolint": {
			"samples, never deployed", "samples, never deployed", "samples, never deployed", "samples, never deployed",
		},
		"directive/wrong": nil,
	} {
		var got []string
		for _, f := range checkTree(t, tree, analyzer.Config{}) {
			if f.Suppressed != "" {
				got = append(got, f.Suppressed)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", tree, got, want)
		}
	}
}

// TestReportNolint is about golangci-lint, which is told all that a nolint silences. Directives of ours silence as ever.
func TestReportNolint(t *testing.T) {
	for tree, want := range map[string][]string{
		"directive/nolint":     nil,
		"directive/filenolint": nil,
		"directive/function":   {"the role is bound to it", "samples", "samples", "the host has one"},
	} {
		all := checkTree(t, tree, analyzer.Config{ReportNolint: true})
		var got []string
		for _, f := range all {
			if f.Suppressed != "" {
				got = append(got, f.Suppressed)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", tree, got, want)
		}
		if n := len(checkTree(t, tree, analyzer.Config{})); len(all) != n {
			t.Errorf("%s: %d findings, want the %d that there are", tree, len(all), n)
		}
	}
}

// TestDirectiveRule holds the findings about directives to their rule: it can be disabled, and then the others stay.
func TestDirectiveRule(t *testing.T) {
	const tree = "directive/wrong"
	isDirective := func(f identity.Finding) bool { return f.Rule == identity.DirectiveRule }
	all := checkTree(t, tree, analyzer.Config{})
	if !slices.ContainsFunc(all, isDirective) {
		t.Fatal("nothing is wrong")
	}
	want := slices.DeleteFunc(slices.Clone(all), isDirective)
	sameLines(t, "wanted", describe(want), "found",
		describe(checkTree(t, tree, analyzer.Config{Disable: []string{identity.DirectiveRule}})))
}

// TestDirectiveOfDisabledRule is about directives for rules that are off: they have their use, as long as the code needs it.
func TestDirectiveOfDisabledRule(t *testing.T) {
	for _, config := range []analyzer.Config{
		{},
		{Enable: []string{"all"}},
		{Disable: []string{identity.Credential}},
		{Disable: []string{"all"}, Enable: []string{identity.DirectiveRule}},
	} {
		for _, f := range checkTree(t, "directive/honoured", config) {
			if f.Suppressed == "" {
				t.Errorf("%+v: %v", config, describe([]identity.Finding{f}))
			}
		}
	}
}

// TestDirectivePosition holds a finding about a directive to the whole comment.
func TestDirectivePosition(t *testing.T) {
	const tree = "directive/wrong"
	for name, text := range read(t, filepath.Join(testdata, "src", filepath.FromSlash(tree))) {
		for _, f := range checkTree(t, tree, analyzer.Config{}) {
			p := f.Position
			if f.Rule != identity.DirectiveRule || p.File != name {
				continue
			}
			if text[p.Start] != '/' || text[p.Start-1] == '/' || text[p.End] != '\n' || p.Line != p.EndLine {
				t.Errorf("%v is %q", p, text[p.Start:p.End])
			}
		}
	}
}
