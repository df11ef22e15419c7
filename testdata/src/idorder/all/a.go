// Package all has a fix for every source of the ID, in the configured order.
package all

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func run(managedIdentityClientID string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
