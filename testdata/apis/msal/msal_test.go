// Package msal holds what the table says of MSAL's managed identities against the library.
package msal

import (
	"context"
	"net/http"
	"testing"

	"github.com/AzureAD/microsoft-authentication-library-for-go/apps/managedidentity"

	"github.com/whichid/whichid/testdata/apis/wire"
)

func TestMain(m *testing.M) { wire.Main(m) }

type (
	clientID   = managedidentity.UserAssignedClientID
	objectID   = managedidentity.UserAssignedObjectID
	resourceID = managedidentity.UserAssignedResourceID
)

// microsoft-authentication-library-for-go@v1.10.1/apps/managedidentity/managedidentity.go
func TestMeaning(t *testing.T) {
	named := map[string]string{"AZURE_CLIENT_ID": "x"}
	wire.Run(t, managedidentity.New, []wire.Case{
		{Name: "system-assigned", Ask: withID(managedidentity.SystemAssigned())},
		{Name: "system-assigned, no options", Ask: func(*http.Client) error {
			return token(managedidentity.New(managedidentity.SystemAssigned()))
		}},
		{Name: "the environment is not asked", Ask: withID(managedidentity.SystemAssigned()), Env: named},
		{Name: "client ID", Ask: withID(clientID("x")), Want: "client_id=x"},
		{Name: "object ID", Ask: withID(objectID("x")), Want: "object_id=x"},
		{Name: "resource ID", Ask: withID(resourceID("x")), Want: "msi_res_id=x"},
		{Name: "nil", Ask: withID(nil), Error: "unsupported type <nil>"},
		{Name: "empty client ID", Ask: withID(clientID("")), Error: "empty managedidentity.UserAssignedClientID"},
		{Name: "empty object ID", Ask: withID(objectID("")), Error: "empty managedidentity.UserAssignedObjectID"},
		{Name: "empty resource ID", Ask: withID(resourceID("")), Error: "empty managedidentity.UserAssignedResourceID"},
	})
}

func withID(id managedidentity.ID) wire.Ask {
	return func(client *http.Client) error {
		return token(managedidentity.New(id, managedidentity.WithHTTPClient(client)))
	}
}

func token(client managedidentity.Client, err error) error {
	if err != nil {
		return err
	}
	_, err = client.AcquireToken(context.Background(), "https://vault.azure.net")
	return err
}
