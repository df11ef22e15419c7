// Package branches sets the ID in branches: that is conditional-id's, or nobody's.
package branches

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func neither(host string) (*azidentity.ManagedIdentityCredential, error) {
	opts := azidentity.ManagedIdentityCredentialOptions{}
	if host != "" {
		opts.Telemetry.ApplicationID = host
	} else {
		opts.Telemetry.Disabled = true
	}
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}

func bothNil(host string) (*azidentity.ManagedIdentityCredential, error) {
	var opts *azidentity.ManagedIdentityCredentialOptions
	if host != "" {
		opts = &azidentity.ManagedIdentityCredentialOptions{}
	}
	return azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
}

func some(id string) (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	if id != "" {
		opts.ID = azidentity.ClientID(id)
	}
	return azidentity.NewManagedIdentityCredential(&opts)
}

func all(kind, id string) (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	switch kind {
	case "client":
		opts.ID = azidentity.ClientID(id)
	case "resource":
		opts.ID = azidentity.ResourceID(id)
	default:
		opts.ID = azidentity.ObjectID(id)
	}
	return azidentity.NewManagedIdentityCredential(&opts)
}

func kinds(v any) (*azidentity.ManagedIdentityCredential, error) {
	var id azidentity.ManagedIDKind
	switch v := v.(type) {
	case azidentity.ClientID:
		id = v
	case string:
		id = azidentity.ResourceID(v)
	}
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: id})
}

func dead() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	if os.Getenv("ID") == "" {
		panic("no ID")
	}
	opts.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&opts)
}

func selected(done chan bool) (*azidentity.ManagedIdentityCredential, error) {
	select {
	case <-done:
		return nil, nil
	default:
		return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	}
}
