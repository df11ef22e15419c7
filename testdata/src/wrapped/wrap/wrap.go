package wrap // want package:`wraps\(Either FromOptions FromString New\) knows\(Default Named SetClientID SetScopes Shared Unnamed Options\.SetID Options\.SetRetries\)`

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/go-autorest/autorest/adal"
)

// Options configure New.
type Options struct {
	Retries  int
	ClientID string
}

// New reads the ID from its options.
func New(o Options) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(o.ClientID)})
}

// FromOptions passes the options on.
func FromOptions(o *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(o)
}

// FromString takes the ID itself.
func FromString(id string) (*azidentity.ManagedIdentityCredential, error) {
	o := &azidentity.ManagedIdentityCredentialOptions{}
	if id != "" {
		o.ID = azidentity.ClientID(id)
	}
	return FromOptions(o)
}

// Either reads one of two fields.
func Either(o *adal.ManagedIdentityOptions) (*adal.ServicePrincipalToken, error) {
	return adal.NewServicePrincipalTokenFromManagedIdentity("resource", o)
}

// Unnamed returns options without an ID.
func Unnamed() *azidentity.ManagedIdentityCredentialOptions {
	return &azidentity.ManagedIdentityCredentialOptions{}
}

// Named returns options with an ID.
func Named() *azidentity.ManagedIdentityCredentialOptions {
	return &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("AZURE_CLIENT_ID"))}
}

// Default returns options for New without an ID.
func Default() Options { return Options{Retries: 3} }

// SetRetries does not touch the ID.
func (o *Options) SetRetries(n int) { o.Retries = n }

// SetID sets it.
func (o *Options) SetID(id string) { o.ClientID = id }

// SetClientID sets the ID of other options.
func SetClientID(o *azidentity.ManagedIdentityCredentialOptions, id string) {
	o.ID = azidentity.ClientID(id)
}

// SetScopes does not touch the ID.
func SetScopes(o *azidentity.ManagedIdentityCredentialOptions, scopes []string) {}

var shared = &azidentity.ManagedIdentityCredentialOptions{}

// Shared returns options that others reach too.
func Shared() *azidentity.ManagedIdentityCredentialOptions { return shared }
