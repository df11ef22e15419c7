// Package spread passes the results of one call to another.
package spread

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func must(cred *azidentity.ManagedIdentityCredential, err error) *azidentity.ManagedIdentityCredential {
	if err != nil {
		panic(err)
	}
	return cred
}

func without() *azidentity.ManagedIdentityCredential {
	return must(azidentity.NewManagedIdentityCredential(nil)) // want "names no identity"
}

func with() *azidentity.ManagedIdentityCredential {
	return must(azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))}))
}

func two() (*azidentity.ManagedIdentityCredentialOptions, error) {
	return &azidentity.ManagedIdentityCredentialOptions{}, nil
}

func create(options *azidentity.ManagedIdentityCredentialOptions, err error) (*azidentity.ManagedIdentityCredential, error) {
	if err != nil {
		return nil, err
	}
	return azidentity.NewManagedIdentityCredential(options)
}

func spread() (*azidentity.ManagedIdentityCredential, error) {
	return create(two()) // want "create calls azidentity.NewManagedIdentityCredential and names no identity"
}
