// Package literal passes options with other fields only.
package literal

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/cloud"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func empty() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{}) // want "names no identity"
}

func parenthesized() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&(azidentity.ManagedIdentityCredentialOptions{})) // want "names no identity"
}

func allocated() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(new(azidentity.ManagedIdentityCredentialOptions)) // want "names no identity"
}

func oneLine(options azcore.ClientOptions) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ClientOptions: options}) // want "names no identity"
}

func lines() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ // want "names no identity"
		// The government has its own cloud.
		ClientOptions: azcore.ClientOptions{
			Cloud: cloud.AzureGovernment, // not the public one
		},
	})
}

func lastComment() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ // want "names no identity"
		ClientOptions: azcore.ClientOptions{Cloud: cloud.AzureChina}, // the other one
		// TODO: more options
	})
}

func onlyComment() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ // want "names no identity"
		// no options yet
	})
}

func null() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: nil}) // want "names no identity"
}

func nullVariable() (*azidentity.ManagedIdentityCredential, error) {
	var id azidentity.ManagedIDKind
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: id}) // want "names no identity"
}

func client() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))})
}

func resource(id string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{
		ID: azidentity.ResourceID(id),
	})
}

func object(id string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{
		ClientOptions: azcore.ClientOptions{},
		ID:            azidentity.ObjectID(id),
	})
}
