// Package cloud stands for a library of one's own that asks for tokens.
package cloud

// AuthConfig is read from a file, or written in code.
type AuthConfig struct {
	UseManagedIdentity bool
	Method             string
	ClientID           string
	ResourceID         string
	Tenant             string
}

// Config holds an AuthConfig.
type Config struct {
	AuthConfig
	Location string
}

// Options are for NewProvider.
type Options struct {
	Method   Method
	Managed  *Managed
	ClientID string
	Secret   string
}

// Method is how to log in.
type Method string

// The methods.
const (
	MSI    Method = "msi"
	Secret Method = "secret"
)

// Managed is a managed identity.
type Managed struct{ ClientID string }

// A Provider gives tokens.
type Provider struct{}

// NewProvider names the identity in its options.
func NewProvider(name string, o *Options) (*Provider, error) { return nil, nil }

// NewNested names the identity in options of options.
func NewNested(o Options) *Provider { return nil }

// NewOptions leaves the ID empty.
func NewOptions() Options { return Options{Method: MSI} }

// Start reads a configuration.
func Start(c *AuthConfig) error { return nil }

// StartAll reads several.
func StartAll(c ...Config) error { return nil }

// Load fills a configuration in.
func Load(c *AuthConfig) error { return nil }

// Fetch cannot name an identity.
func Fetch(resource string) (string, error) { return "", nil }

// Token is a method that takes the ID.
func (p *Provider) Token(resource, clientID string) (string, error) { return "", nil }

// Client asks for a managed identity if it has no secret.
type Client struct {
	Secret   string
	ClientID string
}
