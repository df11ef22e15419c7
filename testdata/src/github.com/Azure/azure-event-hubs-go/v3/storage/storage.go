// Package storage stands for github.com/Azure/azure-event-hubs-go/v3/storage.
package storage

type AADSASCredential struct{}

type AADSASCredentialOption func(*struct{}) error

func AADSASCredentialWithEnvironmentVars() AADSASCredentialOption { return nil }

func NewAADSASCredential(subscriptionID, resourceGroup, accountName, containerName string, opts ...AADSASCredentialOption) (*AADSASCredential, error) {
	return nil, nil
}
