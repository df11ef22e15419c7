// Package amqp holds what the table says of the token providers of AMQP against the library.
package amqp

import (
	"net/http"
	"testing"

	"github.com/Azure/azure-amqp-common-go/v4/aad"
	"github.com/Azure/go-autorest/autorest/azure"

	"github.com/whichid/whichid/testdata/apis/wire"
)

func TestMain(m *testing.M) { wire.Main(m) }

// azure-amqp-common-go/v4@v4.2.0/aad/jwt.go:87,146,199
func TestAAD(t *testing.T) {
	named := map[string]string{"AZURE_CLIENT_ID": "x"}
	resource := aad.JWTProviderWithResourceURI("https://eventhubs.azure.net")
	cloud := aad.JWTProviderWithAzureEnvironment(&azure.PublicCloud)
	wire.Run(t, aad.NewJWTProvider, []wire.Case{
		{Name: "environment", Ask: provider(resource, aad.JWTProviderWithEnvironmentVars())},
		{Name: "environment, ID in it", Ask: provider(resource, aad.JWTProviderWithEnvironmentVars()), Env: named, Want: "client_id=x"},
		{Name: "the environment is not asked", Ask: provider(resource, cloud), Env: named},
		{Name: "configuration", Ask: configured("")},
		{Name: "configuration, the environment is not asked", Ask: configured(""), Env: named},
		{Name: "configuration, client ID", Ask: configured("x"), Want: "client_id=x"},
	})
}

func provider(options ...aad.JWTProviderOption) wire.Ask {
	return func(*http.Client) error {
		_, err := aad.NewJWTProvider(options...)
		return err
	}
}

func configured(id string) wire.Ask {
	return func(*http.Client) error {
		_, err := (&aad.TokenProviderConfiguration{ResourceURI: "https://eventhubs.azure.net", ClientID: id, Env: &azure.PublicCloud}).NewServicePrincipalToken()
		return err
	}
}
