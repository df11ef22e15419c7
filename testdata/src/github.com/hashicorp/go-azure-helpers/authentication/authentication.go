// Package authentication stands for github.com/hashicorp/go-azure-helpers/authentication.
package authentication

type Builder struct {
	ClientID                       string
	TenantID                       string
	SupportsManagedServiceIdentity bool
	MsiEndpoint                    string
	SupportsClientSecretAuth       bool
	ClientSecret                   string
}

type Config struct{}

func (Builder) Build() (*Config, error) { return nil, nil }
