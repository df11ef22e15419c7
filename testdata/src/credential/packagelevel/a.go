// Package packagelevel has its options and credentials in package-level variables.
package packagelevel

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

var cred, err = azidentity.NewManagedIdentityCredential(nil) // want "names no identity"

var (
	inline, inlineErr = azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{}) // want "names no identity"
	given, givenErr   = azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{
		ID: azidentity.ClientID(os.Getenv("ID")),
	})
)

var create = func() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

// Anybody may fill exported and unexported variables alike.
var (
	Options azidentity.ManagedIdentityCredentialOptions
	options azidentity.ManagedIdentityCredentialOptions
	pointer *azidentity.ManagedIdentityCredentialOptions
)

func init() {
	options.ID = azidentity.ClientID(os.Getenv("ID"))
	pointer = &options
}

func exported() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&Options)
}

func unexported() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&options)
}

func throughPointer() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(pointer)
}

var shared = &azidentity.ManagedIdentityCredentialOptions{}

func first() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(shared) // want "names no identity"
}

func second() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(shared) // want "names no identity"
}
