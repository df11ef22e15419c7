// Package dot imports without a name.
package dot

import . "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func none() (*ManagedIdentityCredential, error) {
	return NewManagedIdentityCredential(nil) // want "names no identity"
}

func other() (*ManagedIdentityCredential, error) {
	opts := ManagedIdentityCredentialOptions{}
	return NewManagedIdentityCredential(&opts) // want "names no identity"
}
