package testfiles

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func run() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
