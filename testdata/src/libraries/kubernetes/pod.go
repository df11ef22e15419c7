package kubernetes

import (
	"github.com/Azure/aad-pod-identity/pkg/auth"
	"github.com/Azure/go-autorest/autorest/adal"
	v1 "github.com/external-secrets/external-secrets/apis/externalsecrets/v1"
)

func podToken() (*adal.Token, error) {
	return auth.GetServicePrincipalTokenFromMSI("https://vault.azure.net") // want "auth.GetServicePrincipalTokenFromMSI names no identity"
}

func emptyPodToken() (*adal.Token, error) {
	return auth.GetServicePrincipalTokenFromMSIWithUserAssignedID("", "https://vault.azure.net") // want "auth.GetServicePrincipalTokenFromMSIWithUserAssignedID names no identity"
}

func store(url string) *v1.AzureKVProvider {
	method := v1.AzureManagedIdentity
	return &v1.AzureKVProvider{VaultURL: &url, AuthType: &method} // want "externalsecrets.AzureKVProvider names no identity"
}

// Nothing below is a finding.

func namedPodToken(id string) (*adal.Token, error) {
	return auth.GetServicePrincipalTokenFromMSIWithUserAssignedID(id, "https://vault.azure.net")
}

func namedStore(url, id string) *v1.AzureKVProvider {
	method := v1.AzureManagedIdentity
	return &v1.AzureKVProvider{VaultURL: &url, AuthType: &method, IdentityID: &id}
}

func principalStore(url string) *v1.AzureKVProvider {
	method := v1.AzureServicePrincipal
	return &v1.AzureKVProvider{VaultURL: &url, AuthType: &method}
}
