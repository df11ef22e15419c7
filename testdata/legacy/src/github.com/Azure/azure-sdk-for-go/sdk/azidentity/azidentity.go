// Package azidentity is a stub of v0.11: the ID was an argument, and its kind a field.
package azidentity

// ManagedIdentityIDKind says what kind of ID the argument is.
type ManagedIdentityIDKind int

// The kinds.
const (
	ClientID   ManagedIdentityIDKind = 0
	ResourceID ManagedIdentityIDKind = 1
)

// ManagedIdentityCredentialOptions are the options of a ManagedIdentityCredential.
type ManagedIdentityCredentialOptions struct {
	ID ManagedIdentityIDKind
}

// ManagedIdentityCredential asks the host for tokens.
type ManagedIdentityCredential struct{}

// NewManagedIdentityCredential returns a credential for an identity; without an ID, AZURE_CLIENT_ID names it.
func NewManagedIdentityCredential(id string, options *ManagedIdentityCredentialOptions) (*ManagedIdentityCredential, error) {
	return &ManagedIdentityCredential{}, nil
}

// ChainedTokenCredential asks several credentials in turn.
type ChainedTokenCredential struct{}

// DefaultAzureCredentialOptions leave credentials out of the default chain.
type DefaultAzureCredentialOptions struct {
	ExcludeAzureCLICredential    bool
	ExcludeEnvironmentCredential bool
	ExcludeMSICredential         bool
}

// NewDefaultAzureCredential returns the default chain.
func NewDefaultAzureCredential(options *DefaultAzureCredentialOptions) (*ChainedTokenCredential, error) {
	return &ChainedTokenCredential{}, nil
}
