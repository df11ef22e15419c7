// Package loops creates credentials in loops and between jumps.
package loops

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func never(ids []string) {
	for range ids {
		opts := &azidentity.ManagedIdentityCredentialOptions{}
		azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
	}
}

func always(ids []string) {
	for _, id := range ids {
		opts := &azidentity.ManagedIdentityCredentialOptions{}
		opts.ID = azidentity.ClientID(id)
		azidentity.NewManagedIdentityCredential(opts)
	}
}

func laterRound() {
	var opts azidentity.ManagedIdentityCredentialOptions
	for i := 0; i < 2; i++ {
		azidentity.NewManagedIdentityCredential(&opts)
		opts.ID = azidentity.ClientID(os.Getenv("ID"))
	}
}

func afterLoop(ids []string) {
	var opts azidentity.ManagedIdentityCredentialOptions
	for _, id := range ids {
		opts.ID = azidentity.ClientID(id)
	}
	azidentity.NewManagedIdentityCredential(&opts)
}

func retried() (cred *azidentity.ManagedIdentityCredential, err error) {
	tries := 0
again:
	cred, err = azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	if tries++; err != nil && tries < 3 {
		goto again
	}
	return cred, err
}

func jumped() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	if os.Getenv("ID") == "" {
		goto create
	}
	opts.ID = azidentity.ClientID(os.Getenv("ID"))
create:
	return azidentity.NewManagedIdentityCredential(&opts)
}

func rangeOver() {
	for _, opts := range []azidentity.ManagedIdentityCredentialOptions{{}, {ID: azidentity.ClientID(os.Getenv("ID"))}} {
		azidentity.NewManagedIdentityCredential(&opts)
	}
}
