// Package azuread stands for github.com/prometheus/prometheus/storage/remote/azuread.
package azuread

type AzureADConfig struct {
	ManagedIdentity  *ManagedIdentityConfig
	WorkloadIdentity *WorkloadIdentityConfig
	SDK              *SDKConfig
	Cloud            string
}

type ManagedIdentityConfig struct{ ClientID string }

type WorkloadIdentityConfig struct{ ClientID, TenantID string }

type SDKConfig struct{ TenantID string }
