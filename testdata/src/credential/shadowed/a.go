// Package shadowed uses the names of the fix's imports for other things.
package shadowed

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func run(os string) (*azidentity.ManagedIdentityCredential, error) {
	println(os)
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
