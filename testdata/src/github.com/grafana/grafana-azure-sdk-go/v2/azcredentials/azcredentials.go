// Package azcredentials stands for github.com/grafana/grafana-azure-sdk-go/v2/azcredentials.
package azcredentials

type AzureCredentials interface{ AzureAuthType() string }

type AzureManagedIdentityCredentials struct{ ClientId string }

func (*AzureManagedIdentityCredentials) AzureAuthType() string { return "msi" }
