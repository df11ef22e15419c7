// Package settings is part of an application, and hides how it gets at an ID.
package settings

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

// Settings are options and more.
type Settings struct {
	azidentity.ManagedIdentityCredentialOptions
	Name string
}

// Fill names the identity.
func (s *Settings) Fill() { s.ID = azidentity.ClientID(os.Getenv("ID")) }

// Holder keeps options.
type Holder struct {
	Options *azidentity.ManagedIdentityCredentialOptions
}

// Fill names the identity.
func (h Holder) Fill() { h.Options.ID = azidentity.ClientID(os.Getenv("ID")) }

// Fill names the identity.
func Fill(options *azidentity.ManagedIdentityCredentialOptions) {
	options.ID = azidentity.ClientID(os.Getenv("ID"))
}

// FillID sets an ID.
func FillID(id *azidentity.ManagedIDKind) { *id = azidentity.ClientID(os.Getenv("ID")) }

// Default names the identity.
var Default = azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))}

// None is an ID.
var None azidentity.ManagedIDKind = azidentity.ClientID(os.Getenv("ID"))
