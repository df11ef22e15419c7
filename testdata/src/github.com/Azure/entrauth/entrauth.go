// Package entrauth stands for github.com/Azure/entrauth.
package entrauth

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

type CredentialOption interface{ isCredentialOption() }

type ManagedIdentityCredentialOption struct {
	ID azidentity.ManagedIDKind
}

func (ManagedIdentityCredentialOption) isCredentialOption() {}

type AzureCLICredentialOption struct{ TenantId string }

func (AzureCLICredentialOption) isCredentialOption() {}

type NewCredentialOption struct{}

func NewCredential(credsOpts []CredentialOption, option *NewCredentialOption) (*azidentity.ChainedTokenCredential, error) {
	return nil, nil
}
