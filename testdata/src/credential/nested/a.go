// Package nested keeps its options in a field, copies them, and gives an ID that comes later than the options.
package nested

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type holder struct {
	name string
	opts azidentity.ManagedIdentityCredentialOptions
}

func copied(id string) (*azidentity.ManagedIdentityCredential, error) {
	var h holder
	h.opts.ID = azidentity.ClientID(id)
	o := h.opts
	return azidentity.NewManagedIdentityCredential(&o)
}

func copiedWithout() (*azidentity.ManagedIdentityCredential, error) {
	var h holder
	h.name = "app"
	o := h.opts
	return azidentity.NewManagedIdentityCredential(&o) // want "names no identity"
}

func whole(id string) (*azidentity.ManagedIdentityCredential, error) {
	h := holder{opts: azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)}}
	g := h
	return azidentity.NewManagedIdentityCredential(&g.opts)
}

func later() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	managedIdentityID := os.Getenv("ID")
	println(managedIdentityID)
	return azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
}
