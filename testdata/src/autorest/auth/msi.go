// Package auth builds authorizers with the library of the same name.
package auth

import (
	"os"

	"github.com/Azure/go-autorest/autorest"
	"github.com/Azure/go-autorest/autorest/adal"
	"github.com/Azure/go-autorest/autorest/azure/auth"
)

func resourceOnly(resource string) (autorest.Authorizer, error) {
	config := auth.NewMSIConfig()
	config.Resource = resource
	return config.Authorizer() // want "auth.MSIConfig.Authorizer names no identity"
}

func token(resource string) (*adal.ServicePrincipalToken, error) {
	config := auth.NewMSIConfig()
	config.Resource = resource
	t, err := config.ServicePrincipalToken() // want "auth.MSIConfig.ServicePrincipalToken names no identity"
	if err != nil {
		return nil, err
	}
	return t, nil
}

func inCondition() (autorest.Authorizer, error) {
	config := auth.NewMSIConfig()
	if a, err := config.Authorizer(); err == nil { // want "names no identity"
		return a, nil
	}
	return auth.NewAuthorizerFromCLI()
}

func literal(resource string) (autorest.Authorizer, error) {
	return auth.MSIConfig{Resource: resource}.Authorizer() // want "names no identity"
}

func literalVariable(resource string) (autorest.Authorizer, error) {
	config := auth.MSIConfig{
		Resource: resource,
	}
	return config.Authorizer() // want "names no identity"
}

func pointer(resource string) (autorest.Authorizer, error) {
	config := &auth.MSIConfig{Resource: resource}
	return config.Authorizer() // want "names no identity"
}

func pointerToVariable(resource string) (autorest.Authorizer, error) {
	config := auth.NewMSIConfig()
	p := &config
	p.Resource = resource
	return p.Authorizer() // want "names no identity"
}

func zero() (*adal.ServicePrincipalToken, error) {
	var config auth.MSIConfig
	return config.ServicePrincipalToken() // want "names no identity"
}

func emptyID() (autorest.Authorizer, error) {
	config := auth.NewMSIConfig()
	config.ClientID = ""
	return config.Authorizer() // want "names no identity"
}

func late(id string) (autorest.Authorizer, error) {
	config := auth.NewMSIConfig()
	a, err := config.Authorizer() // want "names no identity"
	config.ClientID = id
	return a, err
}

func chained() (autorest.Authorizer, error) {
	return auth.NewMSIConfig().Authorizer() // want "names no identity"
}

func inScope(userAssignedIdentityID string) (autorest.Authorizer, error) {
	config := auth.NewMSIConfig()
	return config.Authorizer() // want "names no identity"
}

func fromHelper() (autorest.Authorizer, error) {
	config := vault()
	return config.Authorizer() // want "names no identity"
}

func vault() auth.MSIConfig {
	config := auth.NewMSIConfig()
	config.Resource = "https://vault.azure.net"
	return config
}

func hardCoded() (autorest.Authorizer, error) {
	return auth.MSIConfig{ClientID: "11111111-2222-3333-4444-555555555555"}.Authorizer() // want "names a hard-coded identity"
}

func useSystemAssigned() (autorest.Authorizer, error) {
	config := auth.NewMSIConfig()
	return config.Authorizer() // want "chooses the system-assigned identity"
}

func onSomePaths(id string) (autorest.Authorizer, error) {
	config := auth.NewMSIConfig()
	if id != "" {
		config.ClientID = id
	}
	return config.Authorizer() // want "names an identity on some paths only"
}

func early(id string) (autorest.Authorizer, error) {
	if id == "" {
		return auth.NewMSIConfig().Authorizer() // want "names an identity on some paths only"
	}
	return auth.MSIConfig{ClientID: id}.Authorizer()
}

func withID() (autorest.Authorizer, error) {
	config := auth.NewMSIConfig()
	config.ClientID = os.Getenv("ID")
	return config.Authorizer()
}

func literalWithID(id, resource string) (*adal.ServicePrincipalToken, error) {
	return auth.MSIConfig{Resource: resource, ClientID: id}.ServicePrincipalToken()
}

func withoutKeys(id, resource string) (autorest.Authorizer, error) {
	return auth.MSIConfig{resource, id}.Authorizer()
}

func pointerWithID(id string) (autorest.Authorizer, error) {
	config := auth.NewMSIConfig()
	p := &config
	p.ClientID = id
	return config.Authorizer()
}

func servicePrincipal(id, secret, tenant string) (autorest.Authorizer, error) {
	return auth.NewClientCredentialsConfig(id, secret, tenant).Authorizer()
}

// One assignment does for all that use the variable.

func twice() (*adal.ServicePrincipalToken, autorest.Authorizer, error) {
	config := auth.NewMSIConfig()
	t, err := config.ServicePrincipalToken() // want "names no identity"
	if err != nil {
		return nil, nil, err
	}
	a, err := config.Authorizer() // want "names no identity"
	return t, a, err
}

func eitherWay(fresh bool) (a autorest.Authorizer, err error) {
	config := auth.NewMSIConfig()
	if fresh {
		_, err = config.ServicePrincipalToken() // want "names no identity"
	} else {
		a, err = config.Authorizer() // want "names no identity"
	}
	return a, err
}

func anew() (err error) {
	config := auth.NewMSIConfig()
	_, err = config.Authorizer() // want "names no identity"
	config = auth.NewMSIConfig()
	_, err = config.Authorizer() // want "names no identity"
	return err
}
