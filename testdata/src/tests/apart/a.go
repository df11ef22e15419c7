// Package apart has tests that change what is certain without them. What stands in other files is judged as if they were not there.
package apart

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

var options = &azidentity.ManagedIdentityCredentialOptions{}

func credential() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(options) // want "names no identity"
}

func open(o *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(o)
}

func meant(o *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	//whichid:ignore -- only tests call it // want "silences nothing"
	return azidentity.NewManagedIdentityCredential(o)
}
