// Package empty gives IDs that are constant and empty.
package empty

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

const none = ""

func client() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID("")}) // want "empty"
}

func resource() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ResourceID("")}) // want "empty"
}

func object() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	opts.ID = azidentity.ObjectID("")
	return azidentity.NewManagedIdentityCredential(opts) // want "empty"
}

func constant() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(none)}) // want "empty"
}

func variable() (*azidentity.ManagedIdentityCredential, error) {
	id := azidentity.ClientID("")
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: id}) // want "empty"
}

func zero() (*azidentity.ManagedIdentityCredential, error) {
	var id azidentity.ClientID
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: id}) // want "empty"
}

func given() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))})
}

func set(id string) (*azidentity.ManagedIdentityCredential, error) {
	client := azidentity.ClientID("")
	client = azidentity.ClientID(id)
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: client})
}

func unused() azidentity.ManagedIDKind { return azidentity.ClientID("") }
