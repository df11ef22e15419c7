package client

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func written() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
