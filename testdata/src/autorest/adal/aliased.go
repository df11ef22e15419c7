package adal

import aad "github.com/Azure/go-autorest/autorest/adal"

func aliased(adal, resource string) (*token, error) {
	return aad.NewServicePrincipalTokenFromMSI(adal, resource) // want "names no identity"
}

func aliasedOptions(resource string) (*token, error) {
	return aad.NewServicePrincipalTokenFromManagedIdentity(resource, nil) // want "names no identity"
}
