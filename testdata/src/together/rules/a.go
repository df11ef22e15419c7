// Package rules has one mistake of every rule.
package rules

import (
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/hashicorp/vault/api/auth/azure"
)

func credential() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func imdsURL() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net") // want "token request names no identity"
}

func ignoredID() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID("")}) // want "empty"
}

func conditionalID(id string) (azcore.TokenCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	if id != "" {
		opts.ID = azidentity.ClientID(id)
	}
	return azidentity.NewManagedIdentityCredential(&opts) // want "on some paths only"
}

func defaultCredential() (azcore.TokenCredential, error) {
	return azidentity.NewDefaultAzureCredential(nil) // want "azidentity.NewDefaultAzureCredential"
}

func systemAssigned() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "system-assigned"
}

func hardcodedID() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ // want "hard-coded"
		ID: azidentity.ClientID("4e0b7a4c-3c1e-4e0b-9c55-1f0a6d3e2b11"),
	})
}

func noSelector() (*azure.AzureAuth, error) {
	return azure.NewAzureAuth("role") // want "can name no identity"
}

//whichid:system-asigned -- the word is wrong // want "directive"
func directive() {}
