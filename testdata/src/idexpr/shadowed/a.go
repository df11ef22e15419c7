// Package shadowed has another thing of the name config.
package shadowed

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func run(config string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
