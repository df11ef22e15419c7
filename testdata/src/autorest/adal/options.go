package adal

import (
	"os"

	"github.com/Azure/go-autorest/autorest/adal"
)

func null(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, nil) // want "names no identity"
}

func nullWithCallback(resource string, f adal.TokenRefreshCallback) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, nil, f) // want "names no identity"
}

func emptyLiteral(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, &adal.ManagedIdentityOptions{}) // want "names no identity"
}

func created(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, new(adal.ManagedIdentityOptions)) // want "names no identity"
}

func emptyField(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, &adal.ManagedIdentityOptions{IdentityResourceID: ""}) // want "names no identity"
}

func optionsInScope(resource, identityResourceID string) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, nil) // want "names no identity"
}

func hardCoded(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, &adal.ManagedIdentityOptions{ClientID: "11111111-2222-3333-4444-555555555555"}) // want "names a hard-coded identity"
}

func hardCodedResource(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, &adal.ManagedIdentityOptions{IdentityResourceID: "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/app"}) // want "names a hard-coded identity"
}

func clientID(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, &adal.ManagedIdentityOptions{ClientID: os.Getenv("ID")})
}

func identityResourceID(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, &adal.ManagedIdentityOptions{IdentityResourceID: os.Getenv("ID")})
}

func both(id, resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, &adal.ManagedIdentityOptions{ClientID: "", IdentityResourceID: id})
}

func withoutKeys(id, resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, &adal.ManagedIdentityOptions{"", id})
}

func setLater(id, resource string) (*token, error) {
	options := new(adal.ManagedIdentityOptions)
	options.IdentityResourceID = id
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, options)
}

func given(resource string, options *adal.ManagedIdentityOptions) (*token, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, options)
}

func givers(id string) error {
	if _, err := given("https://vault.azure.net", nil); err != nil { // want "given calls adal.NewServicePrincipalTokenFromManagedIdentity and names no identity"
		return err
	}
	_, err := given("https://vault.azure.net", &adal.ManagedIdentityOptions{ClientID: id})
	return err
}
