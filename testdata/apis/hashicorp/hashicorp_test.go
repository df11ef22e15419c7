// Package hashicorp holds what the table says of HashiCorp's libraries, and of the one that they come from, against them.
package hashicorp

import (
	"context"
	"net/http"
	"testing"

	hashicorp "github.com/hashicorp/go-azure-sdk/sdk/auth"
	"github.com/hashicorp/go-azure-sdk/sdk/environments"
	"github.com/manicminer/hamilton/auth"
	hamilton "github.com/manicminer/hamilton/environments"

	"github.com/whichid/whichid/testdata/apis/wire"
)

func TestMain(m *testing.M) { wire.Main(m) }

// go-azure-sdk/sdk@v0.20250131.1134653/auth/managed_identity_authorizer.go, auth/auth.go:134
func TestSDK(t *testing.T) {
	named := map[string]string{"AZURE_CLIENT_ID": "x", "ARM_CLIENT_ID": "x"}
	credentials := hashicorp.Credentials{EnableAuthenticatingUsingManagedIdentity: true}
	withID := credentials
	withID.ClientID = "x"
	wire.Run(t, hashicorp.NewManagedIdentityAuthorizer, []wire.Case{
		{Name: "options", Ask: withOptions(hashicorp.ManagedIdentityAuthorizerOptions{})},
		{Name: "the environment is not asked", Ask: withOptions(hashicorp.ManagedIdentityAuthorizerOptions{}), Env: named},
		{Name: "client ID", Ask: withOptions(hashicorp.ManagedIdentityAuthorizerOptions{ClientId: "x"}), Want: "client_id=x"},
		{Name: "credentials", Ask: withCredentials(credentials)},
		{Name: "credentials, the environment is not asked", Ask: withCredentials(credentials), Env: named},
		{Name: "credentials, client ID", Ask: withCredentials(withID), Want: "client_id=x"},
	})
}

func withOptions(options hashicorp.ManagedIdentityAuthorizerOptions) wire.Ask {
	return func(client *http.Client) error {
		options.Api = api()
		return token(client)(hashicorp.NewManagedIdentityAuthorizer(context.Background(), options))
	}
}

func withCredentials(credentials hashicorp.Credentials) wire.Ask {
	return func(client *http.Client) error {
		return token(client)(hashicorp.NewAuthorizerFromCredentials(context.Background(), credentials, api()))
	}
}

func api() environments.Api {
	return environments.NewApiEndpoint("vault", "https://vault.azure.net", nil).WithResourceIdentifier("https://vault.azure.net")
}

// token gets a token with the library's own client, which knows no proxy, replaced.
func token(client *http.Client) func(hashicorp.Authorizer, error) error {
	return func(authorizer hashicorp.Authorizer, err error) error {
		if err != nil {
			return err
		}
		hashicorp.MetadataClient = client
		_, err = authorizer.Token(context.Background(), new(http.Request))
		return err
	}
}

// hamilton@v0.44.0/auth/auth.go:83,107, auth/msi.go:39,107
func TestHamilton(t *testing.T) {
	withID := func(id string) wire.Ask {
		return func(*http.Client) error {
			return old(auth.NewMsiAuthorizer(context.Background(), hamilton.KeyVaultPublic, "", id))
		}
	}
	withConfig := func(config auth.Config) wire.Ask {
		return func(*http.Client) error {
			return old(config.NewAuthorizer(context.Background(), hamilton.KeyVaultPublic))
		}
	}
	wire.Run(t, auth.NewMsiAuthorizer, []wire.Case{
		{Name: "no ID", Ask: withID("")},
		{Name: "the environment is not asked", Ask: withID(""), Env: map[string]string{"AZURE_CLIENT_ID": "x"}},
		{Name: "client ID", Ask: withID("x"), Want: "client_id=x"},
		{Name: "config", Ask: withConfig(auth.Config{EnableMsiAuth: true})},
		{Name: "config, client ID", Ask: withConfig(auth.Config{EnableMsiAuth: true, ClientID: "x"}), Want: "client_id=x"},
	})
}

func old(authorizer auth.Authorizer, err error) error {
	if err != nil {
		return err
	}
	_, err = authorizer.Token()
	return err
}
