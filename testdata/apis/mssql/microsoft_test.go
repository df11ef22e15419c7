//go:build !denisenkom

package mssql

import (
	"context"
	"strings"
	"testing"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	mssqldb "github.com/microsoft/go-mssqldb"
	"github.com/microsoft/go-mssqldb/azuread"

	"github.com/whichid/whichid/testdata/apis/wire"
)

const path = "github.com/microsoft/go-mssqldb/azuread"

func newConnector(dsn string) (*mssqldb.Connector, error) { return azuread.NewConnector(dsn) }

// resourceKey returns the parameter that this version of azidentity gives a resource ID in.
func resourceKey(t *testing.T) string {
	t.Helper()
	recorder := new(wire.Recorder)
	credential, err := azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{
		ClientOptions: azcore.ClientOptions{Transport: recorder.Client()}, ID: azidentity.ResourceID("key"),
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := credential.GetToken(context.Background(), policy.TokenRequestOptions{Scopes: []string{"https://vault.azure.net/.default"}}); err != nil {
		t.Fatal(err)
	}
	key, _, _ := strings.Cut(recorder.IDs()[0], "=")
	return key
}

// version is a function of the module.
var version = azuread.NewConnector
