package adal

import . "github.com/Azure/go-autorest/autorest/adal"

func dot(resource string, f TokenRefreshCallback) (*token, error) {
	return NewServicePrincipalTokenFromMSI(endpoint, resource, f) // want "names no identity"
}

func dotOptions(resource string) (*token, error) {
	return NewServicePrincipalTokenFromManagedIdentity(resource, nil) // want "names no identity"
}
