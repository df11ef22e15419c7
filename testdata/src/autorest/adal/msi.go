// Package adal asks for tokens with the library of the same name.
package adal

import "github.com/Azure/go-autorest/autorest/adal"

const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token"

type token = adal.ServicePrincipalToken

var global, globalErr = adal.NewServicePrincipalTokenFromMSI(endpoint, "https://vault.azure.net") // want "names no identity"

func plain(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSI(endpoint, resource) // want "names no identity"
}

func withCallbacks(resource string, f, g adal.TokenRefreshCallback) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSI(endpoint, resource, f, g) // want "names no identity"
}

func withListOfCallbacks(resource string, list ...adal.TokenRefreshCallback) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSI(endpoint, resource, list...) // want "names no identity"
}

func withClosure(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSI(endpoint, resource, func(t adal.Token) error { // want "names no identity"
		return nil
	})
}

func onLines(resource string) (*token, error) {
	t, err := adal.NewServicePrincipalTokenFromMSI( // want "names no identity"
		endpoint,
		resource, // what the token is for
	)
	if err != nil {
		return nil, err
	}
	t.SetRefreshCallbacks(nil)
	return t, nil
}

func found(resource string) (*token, error) {
	address, err := adal.GetMSIEndpoint()
	if err != nil {
		return nil, err
	}
	return adal.NewServicePrincipalTokenFromMSI(address, resource) // want "names no identity"
}

func spread() (*token, error) {
	return adal.NewServicePrincipalTokenFromMSI(where()) // want "names no identity"
}

func where() (address, resource string) { return endpoint, "https://vault.azure.net" }

func parenthesized(resource string) (*token, error) {
	return (adal.NewServicePrincipalTokenFromMSI)(endpoint, (resource)) // want "names no identity"
}

func inScope(resource, identityID string) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSI(endpoint, resource) // want "names no identity"
}

func resourceInScope(resource, identityResourceID string) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSI(endpoint, resource) // want "names no identity"
}

func systemAssigned(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSI(endpoint, resource) // want "chooses the system-assigned identity"
}

func onLinesWithComment(resource string, refreshed adal.TokenRefreshCallback) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSI( // want "names no identity"
		endpoint,
		resource, // of the vault
		refreshed)
}

func onLinesToTheEnd(resource string) (*token, error) {
	return adal.NewServicePrincipalTokenFromMSI( // want "names no identity"
		endpoint,
		resource)
}
