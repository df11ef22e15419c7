package analyzer_test

import (
	"errors"
	"go/types"
	"os"
	"slices"
	"testing"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
)

// sinksOnly imports the libraries of the table's sinks, and nothing that these import.
type sinksOnly struct{}

func (sinksOnly) Import(path string) (*types.Package, error) {
	table, err := identity.NewTable()
	if err != nil {
		return nil, err
	}
	isSink := func(sink identity.Sink) bool { return sink.Package == path }
	if !slices.ContainsFunc(table.Rows(), isSink) {
		return nil, errors.New("nothing is known of " + path)
	}
	source, err := readDir(testdata + "/src/" + path)
	pkg, _ := load(path, source, sinksOnly{})
	return pkg.Types, err
}

// TestLessIsSilent takes the types of all other packages away. Nothing may be reported that complete types do not bear out.
func TestLessIsSilent(t *testing.T) {
	for _, s := range situations {
		for _, dir := range s.folders(t) {
			t.Run(s.name(dir), func(t *testing.T) {
				complete, _ := load(dir, read(t, dir), completeTypes(s.root))
				partial, _ := load(dir, read(t, dir), sinksOnly{})
				want := places(s.find(t, complete))
				for _, place := range places(s.find(t, partial)) {
					if !slices.Contains(want, place) {
						t.Errorf("only without types: %s", place)
					}
				}
			})
		}
	}
}

// places returns what findings report, without their fixes.
func places(findings []identity.Finding) []string {
	var out []string
	for _, f := range findings {
		f.Fixes = nil
		out = append(out, describe([]identity.Finding{f})...)
	}
	return out
}

// TestStandardLibrary looks at real packages past the gate: nothing in them asks for an Azure token.
func TestStandardLibrary(t *testing.T) {
	checker, err := analyzer.NewChecker(analyzer.Config{Enable: []string{"all"}})
	if err != nil {
		t.Fatal(err)
	}
	pkgs, _ := standardPackages(t)
	for _, pkg := range pkgs {
		found := checker.Check(&analyzer.Package{Fset: pkg.Fset, Files: pkg.Syntax, Types: pkg.Types, Info: pkg.TypesInfo, ReadFile: os.ReadFile})
		if len(found) > 0 {
			t.Errorf("%s: %v", pkg.PkgPath, describe(found))
		}
	}
}
