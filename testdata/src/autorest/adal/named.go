package adal

import (
	"os"

	"github.com/Azure/go-autorest/autorest/adal"
)

func emptyClientID(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSIWithUserAssignedID(endpoint, resource, "") // want "always empty: adal refuses it"
}

func emptyResourceID(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSIWithIdentityResourceID(endpoint, resource, "", nil) // want "always empty: adal refuses it"
}

func neverSet(resource string) (*token, error) {
	var id string
	return adal.NewServicePrincipalTokenFromMSIWithUserAssignedID(endpoint, resource, id) // want "always empty: adal refuses it"
}

const none = ""

func constant(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSIWithIdentityResourceID(endpoint, resource, none) // want "always empty: adal refuses it"
}

func literal(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSIWithUserAssignedID(endpoint, resource, "11111111-2222-3333-4444-555555555555") // want "names a hard-coded identity"
}

func variable(resource string) (*token, error) {
	id := os.Getenv("ID")
	return adal.NewServicePrincipalTokenFromMSIWithUserAssignedID(endpoint, resource, id)
}

func parameter(resource, id string, f adal.TokenRefreshCallback) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSIWithIdentityResourceID(endpoint, resource, id, f)
}

func callers(id string) error {
	if _, err := parameter("https://vault.azure.net", "", nil); err != nil { // want "parameter calls adal.NewServicePrincipalTokenFromMSIWithIdentityResourceID and gets an ID that is always empty"
		return err
	}
	_, err := parameter("https://vault.azure.net", id, nil)
	return err
}
