package analyzer_test

import (
	"encoding/gob"
	"go/types"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/whichid/whichid/analyzer"
)

// TestNogo does with the analyzer what nogo, the driver of Bazel's rules_go, does with the variable Analyzer of a package
// (bazelbuild/rules_go@009f91a go/tools/builders/nogo_main.go): it sets the flags that its configuration has under analyzer_flags one
// by one, validates the analyzer, registers the types of facts, and runs it on every package with what it keeps of types: no
// Instances and no FileVersions. That version of nogo gives no ReadFile, later ones do.
func TestNogo(t *testing.T) { //nolint:paralleltest // packages are loaded one by one
	// The variable is what nogo's main file lists. By default nothing has to run before it, and there are no facts to keep.
	if a := analyzer.Analyzer; len(a.Requires) > 0 || len(a.FactTypes) > 0 {
		t.Errorf("requires %v, types of facts %v", a.Requires, a.FactTypes)
	}
	for _, test := range []struct { //nolint:paralleltest // see above
		name  string
		flags map[string]string
		read  func(string) ([]byte, error)
		facts int // types of them
		fixes bool
	}{
		{"nothing configured", nil, os.ReadFile, 0, true},
		{"no ReadFile", nil, nil, 0, false},
		{"flags", map[string]string{"enable": "hardcoded-id", "id": "env:APP_CLIENT_ID", "facts": "true"}, os.ReadFile, 1, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := configured(t, test.flags)
			if len(a.FactTypes) != test.facts {
				t.Errorf("types of facts: %v", a.FactTypes)
			}
			found := nogo(t, a, test.read)
			fixes := 0
			for _, d := range found {
				fixes += len(d.SuggestedFixes)
			}
			if len(found) == 0 || fixes > 0 != test.fixes {
				t.Errorf("%d findings with %d fixes", len(found), fixes)
			}
		})
	}
}

// configured returns an analyzer as nogo makes it ready: not the variable itself, which the other tests share.
func configured(t *testing.T, flags map[string]string) *analysis.Analyzer {
	t.Helper()
	a := analyzer.New(analyzer.Config{})
	for name, value := range flags {
		if err := a.Flags.Set(name, value); err != nil {
			t.Fatalf("-%s=%s: %v", name, value, err)
		}
	}
	if err := analysis.Validate([]*analysis.Analyzer{a}); err != nil {
		t.Fatal(err)
	}
	for _, fact := range a.FactTypes {
		gob.Register(fact)
	}
	return a
}

// nogo runs an analyzer on a package as nogo does, and returns what it reports.
func nogo(t *testing.T, a *analysis.Analyzer, readFile func(string) ([]byte, error)) (found []analysis.Diagnostic) {
	t.Helper()
	dir := filepath.Join(testdata, "src", "credential", "functions")
	pkg, errs := load("credential/functions", read(t, dir), completeTypes(testdata))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	info := *pkg.Info
	info.Instances, info.FileVersions = nil, nil
	pass := &analysis.Pass{
		Analyzer:          a,
		Fset:              pkg.Fset,
		Files:             pkg.Files,
		Pkg:               pkg.Types,
		TypesInfo:         &info,
		ReadFile:          readFile,
		TypesSizes:        types.SizesFor("gc", "amd64"),
		Report:            func(d analysis.Diagnostic) { found = append(found, d) },
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportPackageFact: func(analysis.Fact) {},
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	}
	if _, err := a.Run(pass); err != nil {
		t.Fatal(err)
	}
	return found
}
