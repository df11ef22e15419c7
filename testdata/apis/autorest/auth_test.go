package autorest

import (
	"net/http"
	"testing"

	"github.com/Azure/go-autorest/autorest"
	"github.com/Azure/go-autorest/autorest/azure/auth"

	"github.com/whichid/whichid/testdata/apis/wire"
)

// azure/auth@v0.5.13/auth.go
func TestAuth(t *testing.T) {
	named := map[string]string{"AZURE_CLIENT_ID": "x"}
	wire.Run(t, auth.NewMSIConfig, []wire.Case{
		{Name: "MSI", Ask: withConfig(auth.NewMSIConfig)},
		{Name: "MSI, the environment is not asked", Ask: withConfig(auth.NewMSIConfig), Env: named},
		{Name: "MSI, client ID", Want: "client_id=x", Ask: withConfig(func() auth.MSIConfig {
			return auth.MSIConfig{Resource: resource, ClientID: "x"}
		})},
		{Name: "settings", Ask: withConfig(fromSettings(""))},
		{Name: "settings, ID in the environment", Ask: withConfig(fromSettings("")), Env: named, Want: "client_id=x"},
		{Name: "settings, ID put in", Ask: withConfig(fromSettings("y")), Env: named, Want: "client_id=y"},
		{Name: "environment", Ask: func(*http.Client) error { return authorize(auth.NewAuthorizerFromEnvironment()) }},
		{Name: "environment, ID in it", Env: named, Want: "client_id=x", Ask: func(*http.Client) error {
			return authorize(auth.NewAuthorizerFromEnvironment())
		}},
		{Name: "environment, resource", Ask: func(*http.Client) error {
			return authorize(auth.NewAuthorizerFromEnvironmentWithResource(resource))
		}},
	})
}

func withConfig(config func() auth.MSIConfig) wire.Ask {
	return func(*http.Client) error { return authorize(config().Authorizer()) }
}

func fromSettings(id string) func() auth.MSIConfig {
	return func() auth.MSIConfig {
		settings, _ := auth.GetSettingsFromEnvironment()
		if id != "" {
			settings.Values[auth.ClientID] = id
		}
		return settings.GetMSI()
	}
}

// authorize authorizes a request that is never sent, which asks for the token.
func authorize(authorizer autorest.Authorizer, err error) error {
	if err != nil {
		return err
	}
	_, err = autorest.Prepare(new(http.Request), authorizer.WithAuthorization())
	return err
}
