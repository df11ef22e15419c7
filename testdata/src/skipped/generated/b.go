package generated

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func written() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func fromGenerated() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(options()) // want "names no identity"
}
