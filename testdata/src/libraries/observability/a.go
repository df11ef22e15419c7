// Package observability configures what Prometheus and Grafana ask Azure with.
package observability

import (
	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"
	"github.com/prometheus/prometheus/discovery/azure"
	"github.com/prometheus/prometheus/storage/remote/azuread"
)

func remoteWrite() *azuread.AzureADConfig {
	return &azuread.AzureADConfig{
		Cloud:           "AzurePublic",
		ManagedIdentity: &azuread.ManagedIdentityConfig{}, // want "azuread.ManagedIdentityConfig names no identity"
	}
}

func remoteWriteSDK() *azuread.AzureADConfig {
	return &azuread.AzureADConfig{SDK: &azuread.SDKConfig{TenantID: "common"}} // want "azuread.SDKConfig can end in a managed identity that only AZURE_CLIENT_ID in the environment names"
}

func discovery() *azure.SDConfig {
	return &azure.SDConfig{AuthenticationMethod: "ManagedIdentity"} // want "azure.SDConfig names no identity"
}

func discoverySDK() azure.SDConfig {
	return azure.SDConfig{AuthenticationMethod: "SDK"} // want "azure.SDConfig can end in a managed identity that only AZURE_CLIENT_ID in the environment names"
}

func grafana() azcredentials.AzureCredentials {
	return &azcredentials.AzureManagedIdentityCredentials{} // want "only GFAZPL_MANAGED_IDENTITY_CLIENT_ID in the environment names"
}

// Nothing below is a finding.

func namedRemoteWrite(id string) *azuread.AzureADConfig {
	return &azuread.AzureADConfig{ManagedIdentity: &azuread.ManagedIdentityConfig{ClientID: id}}
}

func workload(id string) *azuread.AzureADConfig {
	return &azuread.AzureADConfig{WorkloadIdentity: &azuread.WorkloadIdentityConfig{ClientID: id}}
}

func namedDiscovery(id string) *azure.SDConfig {
	config := azure.DefaultSDConfig
	config.AuthenticationMethod = "ManagedIdentity"
	config.ClientID = id
	return &config
}

func oauth() *azure.SDConfig {
	return &azure.SDConfig{AuthenticationMethod: "OAuth"}
}

func namedGrafana(id string) azcredentials.AzureCredentials {
	return &azcredentials.AzureManagedIdentityCredentials{ClientId: id}
}
