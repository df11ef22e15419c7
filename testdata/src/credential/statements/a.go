// Package statements has calls where a fix needs a line of its own before the statement.
package statements

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func caseClause(kind string) (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	switch kind {
	case "managed":
		return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
	}
	return nil, nil
}

func elseIf(kind string) error {
	var opts azidentity.ManagedIdentityCredentialOptions
	if kind == "none" {
		return nil
	} else if _, err := azidentity.NewManagedIdentityCredential(&opts); err != nil { // want "names no identity"
		return err
	}
	return nil
}

func header() (err error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	for _, err = azidentity.NewManagedIdentityCredential(&opts); err != nil; { // want "names no identity"
	}
	return err
}

func labelled() (err error) {
	var opts azidentity.ManagedIdentityCredentialOptions
again:
	_, err = azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
	if err != nil {
		goto again
	}
	return nil
}

func commented() error {
	var opts azidentity.ManagedIdentityCredentialOptions
	// The host's identity.
	_, err := azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
	return err
}

func argument(use func(any, error)) {
	var opts azidentity.ManagedIdentityCredentialOptions
	use(azidentity.NewManagedIdentityCredential(&opts)) // want "names no identity"
}

func literal(use func(func())) {
	var opts azidentity.ManagedIdentityCredentialOptions
	use(func() {
		azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
	})
}

func twice() {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
	azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
}

func twiceZero() {
	var opts azidentity.ManagedIdentityCredentialOptions
	azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
	azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}
