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

func every() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint
}

func all() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint:all
}

func another() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //nolint:errcheck // want "names no identity"
}

func lineAbove() (*azidentity.ManagedIdentityCredential, error) {
	//nolint:whichid // the host has one
	return azidentity.NewManagedIdentityCredential(nil)
}

// Others report a nolint that silences nothing.
func unused() int {
	return 1 //nolint:whichid
}
