package analyzer

import (
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

// TestClientsAreRequesters holds the gate to the clients that are understood: it must let their users pass.
func TestClientsAreRequesters(t *testing.T) {
	table := identity.NewTable()
	for _, row := range clientModels() {
		reached := slices.Contains([]string{"", azrequest}, row.pkg) // under another package's name
		if !reached && table.Import(row.pkg) == identity.Irrelevant {
			t.Errorf("%s.%s is understood, but who imports %s is not looked at", row.pkg, row.names, row.pkg)
		}
	}
}

// TestModelsOnce fails for a function that has two rows.
func TestModelsOnce(t *testing.T) {
	rows := slices.Concat(textModels(), urlModels(), clientModels(), requestModels())
	names := 0
	for _, row := range rows {
		names += len(strings.Fields(row.names))
	}
	if got, want := len(models()), names; got != want {
		t.Errorf("%d functions have %d models", got, want)
	}
}
