// Package variadic has options that may be left out.
package variadic

import "github.com/Azure/azure-event-hubs-go/v3/storage"

func without() (*storage.AADSASCredential, error) {
	return storage.NewAADSASCredential("subscription", "group", "account", "container") // want "storage.NewAADSASCredential names no identity"
}

func with() (*storage.AADSASCredential, error) {
	fromEnvironment := storage.AADSASCredentialWithEnvironmentVars() // want "only AZURE_CLIENT_ID"
	return storage.NewAADSASCredential("subscription", "group", "account", "container", fromEnvironment)
}

func given(options ...storage.AADSASCredentialOption) (*storage.AADSASCredential, error) {
	return storage.NewAADSASCredential("subscription", "group", "account", "container", options...)
}
