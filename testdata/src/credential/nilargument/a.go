// Package nilargument passes no options.
package nilargument

import (
	"log"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func plain() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want `azidentity.NewManagedIdentityCredential names no identity`
}

func assigned() {
	cred, err := azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	if err != nil {
		log.Fatal(err)
	}
	_ = cred
}

func condition() {
	if _, err := azidentity.NewManagedIdentityCredential(nil); err != nil { // want "names no identity"
		log.Fatal(err)
	}
}

func parenthesized() (*azidentity.ManagedIdentityCredential, error) {
	return (azidentity.NewManagedIdentityCredential)((nil)) // want "names no identity"
}

func converted() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential((*azidentity.ManagedIdentityCredentialOptions)(nil)) // want "names no identity"
}

func variable() (*azidentity.ManagedIdentityCredential, error) {
	var none *azidentity.ManagedIdentityCredentialOptions
	return azidentity.NewManagedIdentityCredential(none) // want "names no identity"
}

func split() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential( // want "names no identity"
		nil, // the default options
	)
}

func deferred() {
	defer azidentity.NewManagedIdentityCredential(nil) // want "names no identity"

	go azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

// It is no call: azidentity.NewManagedIdentityCredential(nil)
const text = "azidentity.NewManagedIdentityCredential(nil)"
