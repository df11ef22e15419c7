// Package unseenerror gets errors from a package whose types the command does not know. They end a function as other errors do.
package unseenerror

import (
	"errors"

	"example.com/app/config"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func open(id azidentity.ManagedIDKind) (*azidentity.ManagedIdentityCredential, error) {
	_, err := config.Read()
	if err != nil {
		return nil, err
	}
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: id})
}

func unnamed() (*azidentity.ManagedIdentityCredential, error) {
	return open(nil) // want "names no identity"
}

func options() (*azidentity.ManagedIdentityCredentialOptions, error) {
	id, err := config.Read()
	if err != nil {
		return nil, err
	}
	return &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)}, nil
}

func named() (*azidentity.ManagedIdentityCredential, error) {
	o, err := options()
	if err != nil {
		return nil, errors.New("no options")
	}
	return azidentity.NewManagedIdentityCredential(o)
}

func openOr(id azidentity.ManagedIDKind, other bool) (any, error) {
	if other {
		return config.Read()
	}
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: id})
}

func other() (any, error) {
	return openOr(nil, true)
}
