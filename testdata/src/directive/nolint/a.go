// Package nolint has the directives of golangci-lint.
package nolint

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func alone() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint:whichid
}

func explained() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint:whichid // the host has one
}

func listed() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint:errcheck,whichid,gosec // a sample
}

func spaced() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // nolint: errcheck, WhichID // a sample
}

func every() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint
}

func everyExplained() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint // a sample
}

func all() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint:all
}

func listedAll() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint:errcheck,all
}

func another() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint:errcheck // want "names no identity"
}

func named() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint:errcheck // whichid is another one // want "names no identity"
}

func longer() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolintlint // want "names no identity"
}

func lineAbove() (*azidentity.ManagedIdentityCredential, error) {
	//nolint:whichid // the host has one
	return azidentity.NewManagedIdentityCredential(nil)
}

func statementAbove() (*azidentity.ManagedIdentityCredential, error) {
	//nolint:whichid
	if cred, err := azidentity.NewManagedIdentityCredential(
		nil,
	); err == nil {
		return cred, err
	}
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

// A directive of ours in the same comment may be wrong.
func directive() int {
	//nolint:whichid // a sample
	//whichid:nonsense
	return 1
}

// Others report a nolint that silences nothing.
func unused() int {
	return 1 //nolint:whichid
}
