// Package value uses the constructor as a value.
package value

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type constructor func(*azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error)

func variable() (*azidentity.ManagedIdentityCredential, error) {
	f := azidentity.NewManagedIdentityCredential
	return f(nil) // want "names no identity"
}

func declared() (*azidentity.ManagedIdentityCredential, error) {
	var f = azidentity.NewManagedIdentityCredential
	return f(&azidentity.ManagedIdentityCredentialOptions{}) // want "names no identity"
}

func named() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))})
}

func withID() (*azidentity.ManagedIdentityCredential, error) {
	f := azidentity.NewManagedIdentityCredential
	return f(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))})
}

func parameter(f constructor) (*azidentity.ManagedIdentityCredential, error) {
	return f(nil)
}

func passed() (*azidentity.ManagedIdentityCredential, error) {
	return parameter(azidentity.NewManagedIdentityCredential) // want "parameter calls azidentity.NewManagedIdentityCredential and names no identity"
}

func replaced(other constructor) (*azidentity.ManagedIdentityCredential, error) {
	var f constructor = azidentity.NewManagedIdentityCredential
	f = other
	return f(nil)
}

func ownName() (*azidentity.ManagedIdentityCredential, error) {
	return NewManagedIdentityCredential(nil)
}

// NewManagedIdentityCredential has the name only.
func NewManagedIdentityCredential(id *string) (*azidentity.ManagedIdentityCredential, error) {
	return nil, nil
}
