// Package aztfauth stands for github.com/Azure/entrauth/aztfauth.
package aztfauth

import "github.com/Azure/azure-sdk-for-go/sdk/azcore"

type Option struct {
	TenantId     string
	ClientId     string
	ClientIdFile string
	UseMSI       bool
	UseAzureCLI  bool
}

func NewCredential(opt Option) (azcore.TokenCredential, error) { return nil, nil }
