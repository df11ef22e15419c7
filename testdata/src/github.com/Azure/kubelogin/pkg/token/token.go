// Package token stands for github.com/Azure/kubelogin/pkg/token.
package token

const (
	MSILogin              = "msi"
	ServicePrincipalLogin = "spn"
)

type Options struct {
	LoginMethod        string
	TenantID           string
	ClientID           string
	IdentityResourceID string
}

type TokenProvider interface{}

func OptionsWithEnv() *Options { return nil }

func GetTokenProvider(options *Options) (TokenProvider, error) { return nil, nil }
