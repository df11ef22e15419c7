// Package origins takes the ID from everywhere; what stands behind "origin:" is where a site has it from.
package origins

import (
	"flag"
	"os"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

const constant = "my-identity"

type config struct {
	Azure    azure
	ID       string
	Identity *azure
}

type azure struct{ ClientID string }

func load() (*config, error) { return read() }

var read func() (*config, error)

var (
	fromFlag = flag.String("identity", "", "client ID")
	bound    string
)

func init() { flag.StringVar(&bound, "bound", "", "client ID") }

func literal() (azcore.TokenCredential, error) {
	return create(constant) // origin: literal my-identity
}

func environment() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("APP_ID"))}) // origin: env APP_ID
}

func lookedUp() (azcore.TokenCredential, error) {
	id, ok := os.LookupEnv("APP_ID")
	if !ok {
		return nil, nil
	}
	opts := azidentity.ManagedIdentityCredentialOptions{}
	opts.ID = azidentity.ResourceID(strings.TrimSpace(id))
	return azidentity.NewManagedIdentityCredential(&opts) // origin: env APP_ID
}

func parameter(id string) (azcore.TokenCredential, error) {
	return create(id) // origin: parameter id
}

func create(clientID string) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(clientID)}) // origin: parameter clientID
}

func field(cfg config) (azcore.TokenCredential, error) {
	return create(cfg.Azure.ClientID) // origin: field cfg.Azure.ClientID
}

func pointerField(cfg *config) (azcore.TokenCredential, error) {
	return create(cfg.Identity.ClientID) // origin: field cfg.Identity.ClientID
}

func (c *config) method() (azcore.TokenCredential, error) {
	return create(c.ID) // origin: field c.ID
}

func loaded() (azcore.TokenCredential, error) {
	cfg, err := load()
	if err != nil {
		return nil, err
	}
	return create(cfg.Azure.ClientID) // origin: field cfg.Azure.ClientID
}

func called() (azcore.TokenCredential, error) {
	return create(name()) // origin: call Hostname
}

func name() string { host, _ := os.Hostname(); return host }

func ofFlag() (azcore.TokenCredential, error) {
	return create(*fromFlag) // origin: flag identity
}

func ofBoundFlag() (azcore.TokenCredential, error) {
	var id string
	set := flag.NewFlagSet("app", flag.ExitOnError)
	set.StringVar(&id, "client-id", "", "client ID")
	return create(id) // origin: flag client-id
}

func ofFieldOfFlag() (azcore.TokenCredential, error) {
	var c config
	flag.StringVar(&c.Azure.ClientID, "client-id", "", "client ID")
	return create(c.Azure.ClientID) // origin: flag client-id
}

func ofBoundVariable() (azcore.TokenCredential, error) {
	return create(bound) // origin: field bound
}

func either(cfg config) (azcore.TokenCredential, error) {
	id := cfg.ID
	if id == "" {
		id = os.Getenv("APP_ID")
	}
	return create(id) // origin: field cfg.ID, env APP_ID
}

func composed(prefix string) (azcore.TokenCredential, error) {
	return create(prefix + "/" + os.Getenv("APP_ID")) // origin: parameter prefix, env APP_ID
}

func throughConstructor() (azcore.TokenCredential, error) {
	c := &config{ID: os.Getenv("APP_ID")}
	return c.method() // origin: env APP_ID
}
