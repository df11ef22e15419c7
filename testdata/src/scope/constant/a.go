// Package constant has the ID in a package-level constant, and in a variable.
package constant

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

var managedIdentityClientID string

func run() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
