package identity_test

import (
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

func TestReadSQL(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]identity.Verdict{
		"": identity.Unsure,
		"Server=tcp:db,1433;Authentication=Active Directory Managed Identity;Database=app":   identity.Absent,
		"Server=db;Authentication=\"Active Directory MSI\"":                                  identity.Absent,
		"Server=db;Authentication=Active Directory MSI;User Id=x":                            identity.Present,
		"Server=db;Authentication=Active Directory MSI;User Id=_":                            identity.Present,
		"Server=db;Authentication=Active Directory MSI;User Id=":                             identity.Empty,
		"data source=db;AUTHENTICATION=active directory msi;uid=x":                           identity.Present,
		"Server=db;Authentication=Active Directory Password;User Id=x":                       identity.None,
		"Server=db;Authentication=_":                                                         identity.Unsure,
		"Server=db;_;Authentication=Active Directory MSI":                                    identity.Unsure,
		"Server=_;Authentication=Active Directory MSI":                                       identity.Absent,
		"Authentication=Active Directory MSI":                                                identity.Unsure,
		"Driver={ODBC Driver 18 for SQL Server};Server=db;Authentication=ActiveDirectoryMsi": identity.Absent,
		"Driver={a;b};Server=db;Authentication=ActiveDirectoryMsi;UID=x":                     identity.Present,
		"Driver={a;Server=db;Authentication=ActiveDirectoryMsi":                              identity.Unsure,
		"jdbc:sqlserver://db:1433;databaseName=app;authentication=ActiveDirectoryMSI":        identity.Absent,
		"jdbc:sqlserver://db;authentication=ActiveDirectoryManagedIdentity;msiClientId=x":    identity.Present,
		"jdbc:sqlserver://db;authentication=ActiveDirectoryManagedIdentity;user=x":           identity.Present,
		"server=db;fedauth=ActiveDirectoryMSI":                                               identity.Absent,
		"server=db;fedauth=ActiveDirectoryMSI;user id=x":                                     identity.Present,
		"Server=db;\nAuthentication=Active Directory MSI":                                    identity.Unsure,
	} {
		if got := identity.ReadSQL(dsn(text)).Verdict; got != want {
			t.Errorf("%q: verdict %d, want %d", text, got, want)
		}
	}
	if got := identity.ReadSQL("Server=db;Authentication=Active Directory Default"); !got.Chain || got.Verdict != identity.Absent {
		t.Errorf("the chain: %+v", got)
	}
}
