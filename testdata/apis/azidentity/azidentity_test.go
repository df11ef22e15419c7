// Package azidentity holds what the table says of azidentity against its versions.
package azidentity

import (
	"context"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"

	"github.com/whichid/whichid/testdata/apis/wire"
)

// newerCases are of what the oldest versions do not declare.
var newerCases []wire.Case

func TestMain(m *testing.M) { wire.Main(m) }

func TestMeaning(t *testing.T) {
	named, emptied := map[string]string{"AZURE_CLIENT_ID": "x"}, map[string]string{"AZURE_CLIENT_ID": "", "PATH": ""}
	wire.Run(t, azidentity.NewManagedIdentityCredential, append(newerCases, []wire.Case{
		{Name: "nil options", Ask: withOptions(nil)},
		{Name: "empty options", Ask: withOptions(&azidentity.ManagedIdentityCredentialOptions{})},
		{Name: "nil ID", Ask: withID(nil)},
		{Name: "client ID", Ask: withID(azidentity.ClientID("x")), Want: "client_id=x"},
		{Name: "the environment is not asked", Ask: withID(nil), Env: named},

		// azidentity@v1.5.2/CHANGELOG.md: the key that Azure Container Instances accepts
		{Name: "resource ID, once", Before: "1.5.2", Ask: withID(azidentity.ResourceID("x")), Want: "mi_res_id=x"},
		{Name: "resource ID", Since: "1.5.2", Ask: withID(azidentity.ResourceID("x")), Want: "msi_res_id=x"},

		// azidentity@v1.9.0/CHANGELOG.md, managed_identity_client.go
		{Name: "empty client ID, once", Before: "1.9", Ask: withID(azidentity.ClientID("")), Want: "client_id="},
		{Name: "empty client ID", Since: "1.9", Ask: withID(azidentity.ClientID("")), Error: refused("Client")},
		{Name: "empty resource ID", Since: "1.9", Ask: withID(azidentity.ResourceID("")), Error: refused("Resource")},

		{Name: "default credential, nil options", Ask: byDefault(false)},
		{Name: "default credential", Ask: byDefault(true)},
		{Name: "default credential, variable", Ask: byDefault(true), Env: named, Want: "client_id=x"},
		{Name: "default credential, empty variable, once", Before: "1.9", Ask: byDefault(true), Env: emptied, Want: "client_id="},
		{Name: "default credential, empty variable", Since: "1.9", Ask: byDefault(true), Env: emptied, Error: "failed to acquire a token"},
	}...))
}

// The options of the default credential have no field that could name a managed identity.
func TestDefaultCredentialHasNoCarrier(t *testing.T) {
	kind := reflect.TypeFor[azidentity.ManagedIDKind]()
	for _, field := range reflect.VisibleFields(reflect.TypeFor[azidentity.DefaultAzureCredentialOptions]()) {
		name := strings.ToLower(field.Name)
		if field.Type == kind || strings.Contains(name, "clientid") || strings.Contains(name, "identity") {
			t.Errorf("field %s", field.Name)
		}
	}
}

func refused(kind string) string { return "empty managedidentity.UserAssigned" + kind + "ID" }

func withOptions(options *azidentity.ManagedIdentityCredentialOptions) wire.Ask {
	return func(*http.Client) error { return token(azidentity.NewManagedIdentityCredential(options)) }
}

func withID(id azidentity.ManagedIDKind) wire.Ask {
	return func(client *http.Client) error {
		return token(azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{
			ClientOptions: azcore.ClientOptions{Transport: client}, ID: id,
		}))
	}
}

func byDefault(options bool) wire.Ask {
	return func(client *http.Client) error {
		if !options {
			return token(azidentity.NewDefaultAzureCredential(nil))
		}
		return token(azidentity.NewDefaultAzureCredential(&azidentity.DefaultAzureCredentialOptions{
			ClientOptions: azcore.ClientOptions{Transport: client},
		}))
	}
}

func token[T azcore.TokenCredential](credential T, err error) error {
	if err != nil {
		return err
	}
	_, err = credential.GetToken(context.Background(), policy.TokenRequestOptions{Scopes: []string{"https://vault.azure.net/.default"}})
	return err
}
