// Package names says in words that the system-assigned identity is meant.
package names

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type kind string

const (
	systemAssigned kind = "SystemAssigned"
	userAssigned   kind = "UserAssigned"
)

func systemAssignedCredential() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "system-assigned"
}

// NewSystemManagedIdentity uses options without an ID.
func NewSystemManagedIdentity() (azcore.TokenCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	return azidentity.NewManagedIdentityCredential(opts) // want "system-assigned"
}

func constant(k kind) (azcore.TokenCredential, error) {
	switch k {
	case systemAssigned:
		return azidentity.NewManagedIdentityCredential(nil) // want "system-assigned"
	case userAssigned:
		return azidentity.NewManagedIdentityCredential(nil) // want "azidentity.NewManagedIdentityCredential names no identity"
	}
	return nil, nil
}

func text(k string) (azcore.TokenCredential, error) {
	switch k {
	case "SystemAssigned", "system_assigned":
		return azidentity.NewManagedIdentityCredential(nil) // want "system-assigned"
	}
	return nil, nil
}

func condition(useSystemAssigned bool, id string) (azcore.TokenCredential, error) {
	if useSystemAssigned {
		return azidentity.NewManagedIdentityCredential(nil) // want "system-assigned"
	}
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)})
}

func comparison(k kind) (azcore.TokenCredential, error) {
	if k == systemAssigned {
		return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{}) // want "system-assigned"
	}
	return nil, nil
}

func negated(useSystemAssigned bool) (azcore.TokenCredential, error) {
	if !useSystemAssigned {
		return azidentity.NewManagedIdentityCredential(nil) // want "azidentity.NewManagedIdentityCredential names no identity"
	}
	return nil, nil
}

func unequal(k kind) (azcore.TokenCredential, error) {
	if k != systemAssigned {
		return azidentity.NewManagedIdentityCredential(nil) // want "azidentity.NewManagedIdentityCredential names no identity"
	}
	return nil, nil
}

func elseBranch(k kind) (azcore.TokenCredential, error) {
	if k == systemAssigned {
		return nil, nil
	} else {
		return azidentity.NewManagedIdentityCredential(nil) // want "azidentity.NewManagedIdentityCredential names no identity"
	}
}

func fileSystem() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "azidentity.NewManagedIdentityCredential names no identity"
}

func withID(useSystemAssigned bool, id string) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)})
}
