// Package all builds chains of credentials.
package all

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func null() (azcore.TokenCredential, error) {
	return azidentity.NewDefaultAzureCredential(nil) // want `azidentity.NewDefaultAzureCredential`
}

func options(tenant string) (azcore.TokenCredential, error) {
	return azidentity.NewDefaultAzureCredential(&azidentity.DefaultAzureCredentialOptions{TenantID: tenant}) // want `azidentity.NewDefaultAzureCredential`
}

func parameter(options *azidentity.DefaultAzureCredentialOptions) (azcore.TokenCredential, error) {
	return azidentity.NewDefaultAzureCredential(options) // want `azidentity.NewDefaultAzureCredential`
}

func value() (azcore.TokenCredential, error) {
	f := azidentity.NewDefaultAzureCredential
	return f(nil) // want `azidentity.NewDefaultAzureCredential`
}

func workload() (azcore.TokenCredential, error) {
	return azidentity.NewWorkloadIdentityCredential(nil)
}

func chained() (azcore.TokenCredential, error) {
	workload, err := azidentity.NewWorkloadIdentityCredential(nil)
	if err != nil {
		return nil, err
	}
	managed, err := azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	if err != nil {
		return nil, err
	}
	return azidentity.NewChainedTokenCredential([]azcore.TokenCredential{workload, managed}, nil)
}

func oneOf(workload bool) (any, error) {
	f := azidentity.NewDefaultAzureCredential // want `azidentity.NewDefaultAzureCredential`
	if workload {
		f = nil
	}
	return f(nil)
}
