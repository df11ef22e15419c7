package auth

import (
	"github.com/Azure/go-autorest/autorest"
	. "github.com/Azure/go-autorest/autorest/azure/auth"
)

func dot(resource string) (autorest.Authorizer, error) {
	config := NewMSIConfig()
	config.Resource = resource
	return config.Authorizer() // want "names no identity"
}

func dotLiteral(resource string) (autorest.Authorizer, error) {
	return MSIConfig{Resource: resource}.Authorizer() // want "names no identity"
}

func dotEnvironment() (autorest.Authorizer, error) {
	return NewAuthorizerFromEnvironment() // want "AZURE_CLIENT_ID in the environment"
}
