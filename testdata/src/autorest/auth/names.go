package auth

import (
	"github.com/Azure/go-autorest/autorest"
	azureauth "github.com/Azure/go-autorest/autorest/azure/auth"
)

func aliased(resource string) (autorest.Authorizer, error) {
	config := azureauth.NewMSIConfig()
	config.Resource = resource
	return config.Authorizer() // want "names no identity"
}

func aliasedEnvironment() (autorest.Authorizer, error) {
	return azureauth.NewAuthorizerFromEnvironment() // want "AZURE_CLIENT_ID in the environment"
}
