package apis

import (
	"go/types"
	"slices"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

// Every line of the table is true of the newest version of its library, and of the outline that stands in for it.
func TestTable(t *testing.T) {
	t.Parallel()
	outlined := outlines(t)
	isOld := func(line identity.Sink) bool { return line.Package == denisenkom } // see TestVersions
	lines := slices.DeleteFunc(identity.NewTable().Sinks(), isOld)
	real := realPackages(t, "", packagesOf(lines)...)
	for _, line := range lines {
		t.Run(line.Package+"."+line.Name, func(t *testing.T) {
			t.Parallel()
			for source, pkg := range map[string]*types.Package{"library": real[line.Package], "outline": outlined[line.Package]} {
				if pkg == nil {
					t.Errorf("%s: there is none", source)
				} else if err := check(line, pkg); err != nil {
					t.Errorf("%s: %v", source, err)
				}
			}
			if !slices.ContainsFunc(identity.Rules(), func(rule identity.Rule) bool { return rule.Name == line.Rule }) {
				t.Errorf("there is no rule %q", line.Rule)
			}
		})
	}
}

// Every maker returns a struct with the field that it leaves empty; what it leaves empty is a meaning, see autorest.
func TestMakers(t *testing.T) {
	t.Parallel()
	for _, maker := range identity.NewTable().Makers() {
		t.Run(maker.Name, func(t *testing.T) {
			t.Parallel()
			pkg := realPackages(t, "", maker.Package)[maker.Package]
			function, ok := pkg.Scope().Lookup(maker.Name).(*types.Func)
			if !ok {
				t.Fatalf("there is no function %s", maker.Name)
			}
			result := function.Signature().Results().At(0).Type()
			if object, _, _ := types.LookupFieldOrMethod(result, false, pkg, maker.ID); object == nil {
				t.Errorf("%s has no field %s", result, maker.ID)
			}
		})
	}
}

// What other versions of a library make of the table's lines. A name that is in neither list is as in the newest version.
func TestVersions(t *testing.T) {
	t.Parallel()
	for _, version := range []struct {
		module    string   // a file of versions
		library   string   // the package
		leftAlone []string // functions with another number of parameters, which makes them none of the table's
		lacks     []string // kinds that came later
	}{
		// azidentity@v0.11.0/managed_identity_credential.go:60: (id string, options *ManagedIdentityCredentialOptions)
		{"azidentity-0.11.0", azidentity, []string{"NewManagedIdentityCredential"}, nil},
		{"azidentity-1.0.0", azidentity, nil, []string{"ObjectID"}},
		{"azidentity-1.8.2", azidentity, nil, nil},
		{"azidentity-1.9.0", azidentity, nil, nil},
		{"denisenkom-0.12.3", denisenkom, nil, nil}, // its last version does not compile with newer ones of azidentity
	} {
		t.Run(version.module, func(t *testing.T) {
			t.Parallel()
			pkg := realPackages(t, "versions/"+version.module+".mod", version.library)[version.library]
			for _, line := range identity.NewTable().Sinks() {
				if line.Package != version.library {
					continue
				}
				if slices.Contains(version.leftAlone, line.Name) {
					found, _ := find(identity.Sink{Package: line.Package, Name: line.Name}, pkg)
					if found.function == nil || found.function.Signature().Params().Len() == line.Params {
						t.Errorf("%s: %v is taken for the one that is meant", line.Name, found.function)
					}
					continue
				}
				line.Kinds = slices.DeleteFunc(line.Kinds, func(kind identity.Kind) bool {
					return slices.Contains(version.lacks, kind.Name)
				})
				if err := check(line, pkg); err != nil {
					t.Errorf("%s: %v", line.Name, err)
				}
			}
		})
	}
}

const (
	azidentity = "github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	denisenkom = "github.com/denisenkom/go-mssqldb/azuread"
)

func packagesOf(lines []identity.Sink) []string {
	var paths []string
	for _, line := range lines {
		paths = append(paths, line.Package)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}
