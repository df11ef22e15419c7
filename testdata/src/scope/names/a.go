// Package names has strings in scope whose names say plainly that they are a managed identity's ID, and others.
package names

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

type config struct {
	ClientID             string
	UserAssignedClientID string
}

func parameter(managedIdentityClientID string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func field(cfg config) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func pointerField(cfg *config) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func (c *config) receiver() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{}) // want "names no identity"
}

func resource(userAssignedIdentityResourceID string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func variable(read func() string) (*azidentity.ManagedIdentityCredential, error) {
	uamiClientID := read()
	println(uamiClientID)
	var opts azidentity.ManagedIdentityCredentialOptions
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}
