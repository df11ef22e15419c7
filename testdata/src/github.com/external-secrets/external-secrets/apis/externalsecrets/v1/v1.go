// Package v1 stands for github.com/external-secrets/external-secrets/apis/externalsecrets/v1.
package v1

type AzureAuthType string

const (
	AzureServicePrincipal AzureAuthType = "ServicePrincipal"
	AzureManagedIdentity  AzureAuthType = "ManagedIdentity"
)

type AzureKVProvider struct {
	AuthType   *AzureAuthType
	VaultURL   *string
	IdentityID *string
}
