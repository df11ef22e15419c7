// Package values has IDs in code.
package values

import (
	"net/http"
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

const id = "4e0b7a4c-3c1e-4e0b-9c55-1f0a6d3e2b11"

func client() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ // want "hard-coded"
		ID: azidentity.ClientID("4e0b7a4c-3c1e-4e0b-9c55-1f0a6d3e2b11"),
	})
}

func constant() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)}) // want "hard-coded"
}

func assigned() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	opts.ID = azidentity.ResourceID("/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/app")
	return azidentity.NewManagedIdentityCredential(&opts) // want "hard-coded"
}

func query() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&client_id=4e0b7a4c-3c1e-4e0b-9c55-1f0a6d3e2b11") // want "hard-coded"
}

func configured() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))})
}

func parameter(id string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)})
}
