package auth

import (
	"github.com/Azure/go-autorest/autorest"
	"github.com/Azure/go-autorest/autorest/adal"
	"github.com/Azure/go-autorest/autorest/azure/auth"
)

func given(config auth.MSIConfig) (autorest.Authorizer, error) {
	return config.Authorizer()
}

func givenAny(config auth.AuthorizerConfig) (autorest.Authorizer, error) {
	return config.Authorizer()
}

// tokenOf does what the library does.
func tokenOf(mc auth.MSIConfig) (*adal.ServicePrincipalToken, error) {
	endpoint, err := adal.GetMSIEndpoint()
	if err != nil {
		return nil, err
	}
	var t *adal.ServicePrincipalToken
	if mc.ClientID == "" {
		t, err = adal.NewServicePrincipalTokenFromMSI(endpoint, mc.Resource) // want "names an identity on some paths only"
	} else {
		t, err = adal.NewServicePrincipalTokenFromMSIWithUserAssignedID(endpoint, mc.Resource, mc.ClientID)
	}
	if err != nil {
		return nil, err
	}
	return t, nil
}

func callers(id string) {
	config := auth.NewMSIConfig()
	given(config)              // want "given calls auth.MSIConfig.Authorizer and names no identity"
	tokenOf(config)            // want "tokenOf calls adal.NewServicePrincipalTokenFromMSIWithUserAssignedID and names no identity"
	given(auth.NewMSIConfig()) // want "names no identity"
	tokenOf(auth.MSIConfig{})  // want "names no identity"
	given(auth.MSIConfig{ClientID: id})
	tokenOf(auth.MSIConfig{ClientID: id})
	config.ClientID = id
	given(config)
	tokenOf(config)
	givenAny(config)
}
