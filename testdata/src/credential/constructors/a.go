// Package constructors fills structs that methods use later.
package constructors

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

// A Config is what the client is made of.
type Config struct {
	Vault    string
	ClientID string
	Identity *Identity
}

// An Identity is a nested part.
type Identity struct{ ResourceID string }

// A Client asks for tokens.
type Client struct {
	vault    string
	clientID string
	config   Config
}

// NewClient keeps the ID.
func NewClient(cfg Config) *Client {
	return &Client{vault: cfg.Vault, clientID: cfg.ClientID, config: cfg}
}

func (c *Client) credential() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(c.clientID)})
}

func (c *Client) credentialOfConfig() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(c.config.ClientID)})
}

// Connect passes it on once more.
func (c *Client) Connect() error {
	_, err := c.credential()
	return err
}

func without() error {
	c := NewClient(Config{Vault: "x"})
	return c.Connect() // want "Connect calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func with() error {
	c := NewClient(Config{Vault: "x", ClientID: os.Getenv("ID")})
	return c.Connect()
}

func chained() error {
	return NewClient(Config{Vault: "x"}).Connect() // want "Connect calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func later(id string) error {
	c := NewClient(Config{Vault: "x"})
	c.clientID = id
	return c.Connect()
}

func ofConfig() (azcore.TokenCredential, error) {
	c := NewClient(Config{})
	return c.credentialOfConfig() // want "credentialOfConfig calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func twoInstances(id string) error {
	a := NewClient(Config{ClientID: id})
	b := NewClient(Config{})
	if err := a.Connect(); err != nil {
		return err
	}
	return b.Connect() // want "Connect calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func given(cfg Config) error { return NewClient(cfg).Connect() }

func givenWithout() error {
	return given(Config{Vault: "x"}) // want "given calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func givenWith(id string) error { return given(Config{Vault: "x", ClientID: id}) }

// A Manager holds a client that it did not make.
type Manager struct{ client *Client }

func (m *Manager) connect() error { return m.client.Connect() }

func manager() error {
	m := &Manager{client: NewClient(Config{})}
	return m.connect() // want "connect calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func managerWith(id string) error {
	m := &Manager{client: NewClient(Config{ClientID: id})}
	return m.connect()
}

func open(cfg *Config) (*Client, error) {
	c := new(Client)
	c.config = *cfg
	c.clientID = c.config.ClientID
	return c, c.Connect()
}

func opened() (*Client, error) {
	return open(&Config{Vault: "x"}) // want "open calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func openedWith(id string) (*Client, error) { return open(&Config{Vault: "x", ClientID: id}) }

func nested(cfg Config) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ResourceID(cfg.Identity.ResourceID)})
}

func nestedWithout() (azcore.TokenCredential, error) {
	return nested(Config{Identity: &Identity{}}) // want "nested calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func nestedWith(id string) (azcore.TokenCredential, error) {
	return nested(Config{Identity: &Identity{ResourceID: id}})
}

// A Provider keeps the options themselves.
type Provider struct {
	opts *azidentity.ManagedIdentityCredentialOptions
}

func newProvider() *Provider {
	p := &Provider{}
	p.opts = &azidentity.ManagedIdentityCredentialOptions{}
	return p
}

func (p *Provider) token() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(p.opts)
}

func provider() (azcore.TokenCredential, error) {
	return newProvider().token() // want "token calls azidentity.NewManagedIdentityCredential and names no identity"
}

func providerWith(id string) (azcore.TokenCredential, error) {
	p := newProvider()
	p.opts.ID = azidentity.ClientID(id)
	return p.token()
}

func builder() (azcore.TokenCredential, error) {
	return newBuilder().name("x").build() // want "build calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func builderWith(id string) (azcore.TokenCredential, error) {
	return newBuilder().name("x").identity(id).build()
}

type theBuilder struct{ n, id string }

func newBuilder() *theBuilder { return &theBuilder{} }

func (b *theBuilder) name(n string) *theBuilder { b.n = n; return b }

func (b *theBuilder) identity(id string) *theBuilder { b.id = id; return b }

func (b *theBuilder) build() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(b.id)})
}

type valueBuilder struct{ n, id string }

func (b valueBuilder) name(n string) valueBuilder { b.n = n; return b }

func (b valueBuilder) identity(id string) valueBuilder { b.id = id; return b }

func (b valueBuilder) build() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(b.id)})
}

func byValue() (azcore.TokenCredential, error) {
	b := valueBuilder{}
	b.identity("lost")
	return b.name("x").build() // want "build calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func byValueWith(id string) (azcore.TokenCredential, error) {
	return valueBuilder{}.name("x").identity(id).build()
}

func defaulted(cfg *Config) { // fills what is missing
	if cfg.ClientID == "" {
		cfg.ClientID = os.Getenv("ID")
	}
}

func withDefaults() error {
	cfg := &Config{}
	defaulted(cfg)
	return NewClient(*cfg).Connect()
}
