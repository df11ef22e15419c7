// Package terraform uses what Terraform's providers get their credentials from.
package terraform

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/entrauth"
	"github.com/Azure/entrauth/aztfauth"
)

func provider(tenant string) (azcore.TokenCredential, error) {
	return aztfauth.NewCredential(aztfauth.Option{TenantId: tenant, UseMSI: true}) // want "aztfauth.NewCredential names no identity"
}

func chain() (*azidentity.ChainedTokenCredential, error) {
	return entrauth.NewCredential([]entrauth.CredentialOption{
		entrauth.AzureCLICredentialOption{},
		entrauth.ManagedIdentityCredentialOption{}, // want "entrauth.ManagedIdentityCredentialOption"
	}, nil)
}

// Nothing below is a finding.

func named(id string) (azcore.TokenCredential, error) {
	return aztfauth.NewCredential(aztfauth.Option{ClientId: id, UseMSI: true})
}

func namedInFile(file string) (azcore.TokenCredential, error) {
	return aztfauth.NewCredential(aztfauth.Option{ClientIdFile: file, UseMSI: true})
}

func chosen(useMSI bool) (azcore.TokenCredential, error) {
	return aztfauth.NewCredential(aztfauth.Option{UseMSI: useMSI})
}

func cli() (azcore.TokenCredential, error) {
	return aztfauth.NewCredential(aztfauth.Option{UseAzureCLI: true})
}

func namedChain(id string) entrauth.CredentialOption {
	return entrauth.ManagedIdentityCredentialOption{ID: azidentity.ClientID(id)}
}
