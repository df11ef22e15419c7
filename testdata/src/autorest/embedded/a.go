// Package embedded promotes the methods that make the token.
package embedded

import (
	"github.com/Azure/go-autorest/autorest"
	"github.com/Azure/go-autorest/autorest/adal"
	"github.com/Azure/go-autorest/autorest/azure/auth"
)

type config struct {
	auth.MSIConfig
	name string
}

func set(id string) (autorest.Authorizer, error) {
	var c config
	c.ClientID = id
	return c.Authorizer()
}

func literal(id string) (autorest.Authorizer, error) {
	c := config{MSIConfig: auth.MSIConfig{ClientID: id}, name: "app"}
	return c.Authorizer()
}

func without() (autorest.Authorizer, error) {
	c := config{MSIConfig: auth.NewMSIConfig(), name: "app"}
	return c.Authorizer() // want "auth.MSIConfig.Authorizer names no identity"
}

func either(id string, isResource bool) (*adal.ServicePrincipalToken, error) {
	options := adal.ManagedIdentityOptions{}
	if isResource {
		options.IdentityResourceID = id
	} else {
		options.ClientID = id
	}
	return adal.NewServicePrincipalTokenFromManagedIdentity("r", &options)
}

func given(o *adal.ManagedIdentityOptions) (*adal.ServicePrincipalToken, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity("r", o)
}

func gives(id string) (*adal.ServicePrincipalToken, error) {
	return given(&adal.ManagedIdentityOptions{IdentityResourceID: id})
}

func variable(endpoint string) (*adal.ServicePrincipalToken, error) {
	f := adal.NewServicePrincipalTokenFromMSI
	return f(endpoint, "r") // want "adal.NewServicePrincipalTokenFromMSI names no identity"
}

// Without an ID another credential is used: nobody is to blame.
func other(id string) (any, error) {
	if id != "" {
		return adal.NewServicePrincipalTokenFromMSIWithUserAssignedID("e", "r", id)
	}
	return auth.NewAuthorizerFromCLI()
}

func usesOther() (any, error) { return other("") }

func choice(id string) (*adal.ServicePrincipalToken, error) {
	if id == "" {
		return adal.NewServicePrincipalTokenFromMSI("e", "r") // want "names an identity on some paths only"
	}
	return adal.NewServicePrincipalTokenFromMSIWithUserAssignedID("e", "r", id)
}

func usesChoice() (*adal.ServicePrincipalToken, error) {
	return choice("") // want "choice calls adal.NewServicePrincipalTokenFromMSIWithUserAssignedID and names no identity"
}
