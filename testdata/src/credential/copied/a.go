// Package copied copies and overwrites options.
package copied

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func overwritten() (*azidentity.ManagedIdentityCredential, error) {
	opts := azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))}
	opts = azidentity.ManagedIdentityCredentialOptions{}
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}

func pointerOverwritten() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))}
	opts = nil
	return azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
}

func copiedBefore() (*azidentity.ManagedIdentityCredential, error) {
	var first azidentity.ManagedIdentityCredentialOptions
	second := first
	first.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&second) // want "names no identity"
}

func copyWithID() (*azidentity.ManagedIdentityCredential, error) {
	var first azidentity.ManagedIdentityCredentialOptions
	first.ID = azidentity.ClientID(os.Getenv("ID"))
	second := first
	return azidentity.NewManagedIdentityCredential(&second)
}

func copyOfPointer() (*azidentity.ManagedIdentityCredential, error) {
	first := &azidentity.ManagedIdentityCredentialOptions{}
	second := first
	first.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(second)
}

func copyOfTarget() (*azidentity.ManagedIdentityCredential, error) {
	first := &azidentity.ManagedIdentityCredentialOptions{}
	second := *first
	first.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&second) // want "names no identity"
}

func swapped() (*azidentity.ManagedIdentityCredential, error) {
	with := &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))}
	without := &azidentity.ManagedIdentityCredentialOptions{}
	with, without = without, with
	_ = with
	return azidentity.NewManagedIdentityCredential(without)
}
