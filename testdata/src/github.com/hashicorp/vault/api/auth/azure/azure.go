// Package azure stands for github.com/hashicorp/vault/api/auth/azure.
package azure

type AzureAuth struct{}

type LoginOption func(a *AzureAuth) error

func NewAzureAuth(roleName string, opts ...LoginOption) (*AzureAuth, error) { return nil, nil }

func WithResource(url string) LoginOption { return nil }
