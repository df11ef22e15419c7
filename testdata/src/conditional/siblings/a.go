// Package siblings names the identity in one call and not in the other.
package siblings

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type config struct {
	ClientID string
	Pointer  *string
	IDs      []string
	Kind     string
}

func elseBranch(id string) (cred azcore.TokenCredential, err error) {
	if id != "" {
		cred, err = azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)})
	} else {
		cred, err = azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	}
	return cred, err
}

func thenBranch(id string) (azcore.TokenCredential, error) {
	if id == "" {
		return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	} else {
		return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)})
	}
}

func early(c config) (azcore.TokenCredential, error) {
	if c.ClientID == "" {
		return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	}
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(c.ClientID)})
}

func earlyWith(c config) (azcore.TokenCredential, error) {
	if len(c.ClientID) > 0 {
		return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(c.ClientID)})
	}
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{}) // want "names an identity on some paths only"
}

func pointer(c *config) (azcore.TokenCredential, error) {
	if c.Pointer != nil {
		opts := &azidentity.ManagedIdentityCredentialOptions{}
		opts.ID = azidentity.ClientID(*c.Pointer)
		return azidentity.NewManagedIdentityCredential(opts)
	}
	return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
}

func choice(c config) (azcore.TokenCredential, error) {
	switch {
	case c.ClientID != "":
		return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(c.ClientID)})
	default:
		return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	}
}

func kinds(c config) (azcore.TokenCredential, error) {
	switch c.Kind {
	case "user":
		return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(c.ClientID)})
	case "host":
		return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	}
	return nil, nil
}

func both(id string) (azcore.TokenCredential, error) {
	if id == "" {
		return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{}) // want "azidentity.NewManagedIdentityCredential names no identity"
	}
	return azidentity.NewManagedIdentityCredential(nil) // want "azidentity.NewManagedIdentityCredential names no identity"
}

func oneAfterTheOther(id string) (azcore.TokenCredential, error) {
	if _, err := azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)}); err != nil {
		return nil, err
	}
	return azidentity.NewManagedIdentityCredential(nil) // want "azidentity.NewManagedIdentityCredential names no identity"
}

func failed(id string) (azcore.TokenCredential, error) {
	cred, err := azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)})
	if err != nil {
		return azidentity.NewManagedIdentityCredential(nil) // want "azidentity.NewManagedIdentityCredential names no identity"
	}
	return cred, nil
}
