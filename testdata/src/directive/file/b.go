package file

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func otherFile() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
