// Package notchecked has directives in files that are not reported.
package notchecked

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func given(id string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)})
}
