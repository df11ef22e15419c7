// Package signature calls the constructor of azidentity 0.11 and older, which read AZURE_CLIENT_ID: left alone.
package signature

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func none() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential("", nil)
}

func empty() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential("", &azidentity.ManagedIdentityCredentialOptions{})
}

func given(id string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(id, &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ResourceID})
}

func value() (*azidentity.ManagedIdentityCredential, error) {
	f := azidentity.NewManagedIdentityCredential
	return f("", nil)
}
