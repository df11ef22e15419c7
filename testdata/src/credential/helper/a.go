// Package helper has functions that return options.
package helper

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func direct() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(without()) // want "names no identity"
}

func variable() (*azidentity.ManagedIdentityCredential, error) {
	opts := without()
	return azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
}

func byValue() (*azidentity.ManagedIdentityCredential, error) {
	opts := value()
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}

func null() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nothing()) // want "names no identity"
}

func indirect() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(again()) // want "names no identity"
}

func several() (*azidentity.ManagedIdentityCredential, error) {
	opts, err := checked()
	if err != nil {
		return nil, err
	}
	return azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
}

func fromMethod(e environment) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(e.without()) // want "names no identity"
}

func setAfter(id string) (*azidentity.ManagedIdentityCredential, error) {
	opts := without()
	opts.ID = azidentity.ClientID(id)
	return azidentity.NewManagedIdentityCredential(opts)
}

func withID() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(with())
}

func withIDIndirectly() (*azidentity.ManagedIdentityCredential, error) {
	opts := filled()
	return azidentity.NewManagedIdentityCredential(&opts)
}

func given(id string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(from(azidentity.ClientID(id)))
}

func kept() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(shared())
}

func recursive() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(turn(3))
}

func fromInterface(s source) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(s.options())
}
