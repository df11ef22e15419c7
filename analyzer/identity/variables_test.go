package identity_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

// variables reads NAME=value NAME=_ (a hole) NAME (given, and not seen).
func variables(text string) []identity.EnvVar {
	var out []identity.EnvVar
	for field := range strings.FieldsSeq(text) {
		name, value, ok := strings.Cut(field, "=")
		out = append(out, identity.EnvVar{Name: name, Value: dsn(value), Given: !ok})
	}
	return out
}

func TestReadVariables(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]identity.Verdict{
		"":                                                identity.None,
		"ARM_USE_MSI=true":                                identity.Absent,
		"ARM_USE_MSI=1":                                   identity.Absent,
		"ARM_USE_MSI=false":                               identity.None,
		"ARM_USE_MSI=_":                                   identity.None,
		"ARM_USE_MSI":                                     identity.None,
		"ARM_USE_MSI=true ARM_USE_MSI=false":              identity.None,
		"ARM_USE_MSI=false ARM_USE_MSI=true":              identity.Absent,
		"ARM_USE_MSI=true ARM_CLIENT_ID=":                 identity.Absent,
		"ARM_USE_MSI=true ARM_CLIENT_ID":                  identity.Present,
		"ARM_USE_MSI=true ARM_CLIENT_ID=_":                identity.Present,
		"ARM_CLIENT_ID=x ARM_USE_MSI=true":                identity.Present,
		"ARM_USE_MSI=true ARM_CLIENT_ID_FILE_PATH=/id":    identity.Present,
		"ARM_USE_MSI=true ARM_TENANT_ID=x":                identity.Absent,
		"ARM_USE_MSI=true ARM_CLIENT_SECRET":              identity.None,
		"ARM_USE_MSI=true ARM_CLIENT_SECRET=":             identity.Absent,
		"ARM_USE_MSI=true ARM_USE_OIDC=true":              identity.None,
		"ARM_USE_MSI=true ARM_USE_OIDC=false":             identity.Absent,
		"AZCOPY_AUTO_LOGIN_TYPE=msi":                      identity.Absent,
		"AZCOPY_AUTO_LOGIN_TYPE=AZCLI":                    identity.None,
		"AZCOPY_AUTO_LOGIN_TYPE=_":                        identity.None,
		"AZCOPY_AUTO_LOGIN_TYPE=MSI AZURE_CLIENT_ID=x":    identity.Absent,
		"AZCOPY_AUTO_LOGIN_TYPE=MSI AZCOPY_MSI_CLIENT_ID": identity.Present,
		"ARM_USE_MANAGED_IDENTITY_EXTENSION=true":         identity.Absent,
		"ARM_USE_MANAGED_IDENTITY_EXTENSION=true ARM_USE_WORKLOAD_IDENTITY_EXTENSION=true": identity.None,
		"AAD_LOGIN_METHOD=msi AZURE_CLIENT_ID=?":                                           identity.Asked,
	} {
		got := identity.None
		for _, login := range identity.ReadVariables(variables(text)) {
			got = login.Verdict
		}
		if got != want {
			t.Errorf("%s: verdict %d, want %d", text, got, want)
		}
	}
}
