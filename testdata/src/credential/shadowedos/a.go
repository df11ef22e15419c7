// Package shadowedos declares os itself.
package shadowedos

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

var os = "linux"

func run() (*azidentity.ManagedIdentityCredential, error) {
	println(os)
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
