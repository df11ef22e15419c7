package auth

import (
	"github.com/Azure/go-autorest/autorest"
	"github.com/Azure/go-autorest/autorest/azure/auth"
)

func environment() (autorest.Authorizer, error) {
	return auth.NewAuthorizerFromEnvironment() // want "AZURE_CLIENT_ID in the environment"
}

func withResource(resource string) (autorest.Authorizer, error) {
	return auth.NewAuthorizerFromEnvironmentWithResource(resource) // want "AZURE_CLIENT_ID in the environment"
}

func settings() (autorest.Authorizer, error) {
	settings, err := auth.GetSettingsFromEnvironment()
	if err != nil {
		return nil, err
	}
	return settings.GetAuthorizer() // want "AZURE_CLIENT_ID in the environment"
}

func called() (autorest.Authorizer, error) {
	f := auth.NewAuthorizerFromEnvironment
	return f() // want "AZURE_CLIENT_ID in the environment"
}

var login = auth.NewAuthorizerFromEnvironmentWithResource // want "AZURE_CLIENT_ID in the environment"

func msi() (autorest.Authorizer, error) {
	settings, err := auth.GetSettingsFromEnvironment()
	if err != nil {
		return nil, err
	}
	return settings.GetMSI().Authorizer()
}

func msiVariable(settings auth.EnvironmentSettings, resource string) (autorest.Authorizer, error) {
	config := settings.GetMSI()
	config.Resource = resource
	return config.Authorizer()
}

func commandLine() (autorest.Authorizer, error) {
	return auth.NewAuthorizerFromCLI()
}
