// Package late sets the ID after the call.
package late

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func after() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	cred, err := azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
	opts.ID = azidentity.ClientID(os.Getenv("ID"))
	return cred, err
}

func deferred() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	defer func() { opts.ID = azidentity.ClientID(os.Getenv("ID")) }()
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}

func between() error {
	var opts azidentity.ManagedIdentityCredentialOptions
	if _, err := azidentity.NewManagedIdentityCredential(&opts); err != nil { // want "names no identity"
		return err
	}
	opts.ID = azidentity.ClientID(os.Getenv("ID"))
	_, err := azidentity.NewManagedIdentityCredential(&opts)
	return err
}
