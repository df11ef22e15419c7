// Package autorest holds what the table says of go-autorest against the library.
package autorest

import (
	"net/http"
	"testing"

	"github.com/Azure/go-autorest/autorest/adal"

	"github.com/whichid/whichid/testdata/apis/wire"
)

const resource = "https://vault.azure.net"

func TestMain(m *testing.M) { wire.Main(m) }

// adal@v0.9.24/token.go
func TestADAL(t *testing.T) {
	named := map[string]string{"AZURE_CLIENT_ID": "x"}
	wire.Run(t, adal.NewServicePrincipalTokenFromMSI, []wire.Case{
		{Name: "MSI", Ask: func(*http.Client) error {
			return refresh(adal.NewServicePrincipalTokenFromMSI("", resource))
		}},
		{Name: "MSI, client ID", Ask: withClientID("x"), Want: "client_id=x"},
		{Name: "MSI, empty client ID", Ask: withClientID(""), Error: "parameter 'userAssignedID' cannot be empty"},
		{Name: "MSI, resource ID", Ask: withResourceID("x"), Want: "mi_res_id=x"},
		{Name: "MSI, empty resource ID", Ask: withResourceID(""), Error: "parameter 'identityResourceID' cannot be empty"},
		{Name: "nil options", Ask: withOptions(nil)},
		{Name: "empty options", Ask: withOptions(&adal.ManagedIdentityOptions{})},
		{Name: "empty options, ID in the environment", Ask: withOptions(&adal.ManagedIdentityOptions{}), Env: named},
		{Name: "client ID", Ask: withOptions(&adal.ManagedIdentityOptions{ClientID: "x"}), Want: "client_id=x"},
		{Name: "resource ID", Ask: withOptions(&adal.ManagedIdentityOptions{IdentityResourceID: "x"}), Want: "mi_res_id=x"},
		{
			Name: "both", Ask: withOptions(&adal.ManagedIdentityOptions{ClientID: "x", IdentityResourceID: "y"}),
			Error: "cannot specify userAssignedID and identityResourceID",
		},
	})
}

func withClientID(id string) wire.Ask {
	return func(*http.Client) error {
		return refresh(adal.NewServicePrincipalTokenFromMSIWithUserAssignedID("", resource, id))
	}
}

func withResourceID(id string) wire.Ask {
	return func(*http.Client) error {
		return refresh(adal.NewServicePrincipalTokenFromMSIWithIdentityResourceID("", resource, id))
	}
}

func withOptions(options *adal.ManagedIdentityOptions) wire.Ask {
	return func(*http.Client) error {
		return refresh(adal.NewServicePrincipalTokenFromManagedIdentity(resource, options))
	}
}

func refresh(token *adal.ServicePrincipalToken, err error) error {
	if err != nil {
		return err
	}
	return token.Refresh()
}
