package analyzer

import (
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

// TestClientsAreRequesters holds the gate to the clients that are understood: it must let their users pass.
func TestClientsAreRequesters(t *testing.T) {
	t.Parallel()
	table, err := identity.NewTable()
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range clientModels() {
		reached := pkg == "" || pkg == azrequest // under another package's name
		if !reached && table.Import(pkg) == identity.Irrelevant {
			t.Errorf("%s is understood, but who imports it is not looked at", pkg)
		}
	}
}

// TestModelsOnce fails for a function that has two rows.
func TestModelsOnce(t *testing.T) {
	t.Parallel()
	seen := make(map[identity.Func]bool)
	for _, table := range modelTables() {
		each(table, func(name identity.Func, _ model) {
			if seen[name] {
				t.Errorf("%v has two rows", name)
			}
			seen[name] = true
		})
	}
}
