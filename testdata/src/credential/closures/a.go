// Package closures has function literals.
package closures

import (
	"os"
	"sync"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func inside() func() (*azidentity.ManagedIdentityCredential, error) {
	return func() (*azidentity.ManagedIdentityCredential, error) {
		return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	}
}

func insideVariable() {
	create := func() {
		opts := &azidentity.ManagedIdentityCredentialOptions{}
		azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
	}
	create()
}

func once(o *sync.Once) (cred *azidentity.ManagedIdentityCredential, err error) {
	o.Do(func() {
		cred, err = azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	})
	return cred, err
}

func called() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	set := func() { opts.ID = azidentity.ClientID(os.Getenv("ID")) }
	set()
	return azidentity.NewManagedIdentityCredential(&opts)
}

func captured(id string) func() (*azidentity.ManagedIdentityCredential, error) {
	opts := azidentity.ManagedIdentityCredentialOptions{}
	create := func() (*azidentity.ManagedIdentityCredential, error) {
		return azidentity.NewManagedIdentityCredential(&opts)
	}
	opts.ID = azidentity.ClientID(id)
	return create
}

func filledInside(each func(func(string))) (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	each(func(id string) { opts.ID = azidentity.ClientID(id) })
	return azidentity.NewManagedIdentityCredential(&opts)
}

func immediately() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(func() *azidentity.ManagedIdentityCredentialOptions {
		return &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))}
	}())
}
