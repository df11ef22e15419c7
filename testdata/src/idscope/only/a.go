// Package only has a fix where an ID is in scope.
package only

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func with(managedIdentityClientID string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func without() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
