// Package azidentity is a stub of the real one (v1.15): what the situations need of it, with the same types.
package azidentity

import (
	"context"
	"errors"
	"fmt"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
)

type managedIdentityIDKind int

// ManagedIDKind is the ID of a managed identity, of one kind.
type ManagedIDKind interface {
	fmt.Stringer
	idKind() managedIdentityIDKind
}

// ClientID is the client ID of a user-assigned managed identity.
type ClientID string

func (ClientID) idKind() managedIdentityIDKind { return 0 }

// String returns the ID.
func (c ClientID) String() string { return string(c) }

// ObjectID is the object ID of a user-assigned managed identity.
type ObjectID string

func (ObjectID) idKind() managedIdentityIDKind { return 1 }

// String returns the ID.
func (o ObjectID) String() string { return string(o) }

// ResourceID is the resource ID of a user-assigned managed identity.
type ResourceID string

func (ResourceID) idKind() managedIdentityIDKind { return 2 }

// String returns the ID.
func (r ResourceID) String() string { return string(r) }

// ManagedIdentityCredentialOptions are the options of a ManagedIdentityCredential.
type ManagedIdentityCredentialOptions struct {
	azcore.ClientOptions

	ID ManagedIDKind

	dac bool
}

// ManagedIdentityCredential asks the host for tokens.
type ManagedIdentityCredential struct {
	options ManagedIdentityCredentialOptions
}

// NewManagedIdentityCredential returns a credential for the identity in options.
func NewManagedIdentityCredential(options *ManagedIdentityCredentialOptions) (*ManagedIdentityCredential, error) {
	if options == nil {
		options = &ManagedIdentityCredentialOptions{}
	}
	return &ManagedIdentityCredential{*options}, nil
}

// GetToken returns a token.
func (c *ManagedIdentityCredential) GetToken(ctx context.Context, opts policy.TokenRequestOptions) (azcore.AccessToken, error) {
	return azcore.AccessToken{}, errors.New("stub")
}

// DefaultAzureCredentialOptions are the options of a DefaultAzureCredential.
type DefaultAzureCredentialOptions struct {
	azcore.ClientOptions

	AdditionallyAllowedTenants   []string
	DisableInstanceDiscovery     bool
	RequireAzureTokenCredentials bool
	TenantID                     string
}

// DefaultAzureCredential is a chain of credentials.
type DefaultAzureCredential struct{}

// NewDefaultAzureCredential returns the chain.
func NewDefaultAzureCredential(options *DefaultAzureCredentialOptions) (*DefaultAzureCredential, error) {
	return &DefaultAzureCredential{}, nil
}

// GetToken returns a token.
func (c *DefaultAzureCredential) GetToken(ctx context.Context, opts policy.TokenRequestOptions) (azcore.AccessToken, error) {
	return azcore.AccessToken{}, errors.New("stub")
}

// ChainedTokenCredentialOptions are the options of a ChainedTokenCredential.
type ChainedTokenCredentialOptions struct {
	RetrySources bool
}

// ChainedTokenCredential asks several credentials in turn.
type ChainedTokenCredential struct{}

// NewChainedTokenCredential returns a chain of the caller's.
func NewChainedTokenCredential(sources []azcore.TokenCredential, options *ChainedTokenCredentialOptions) (*ChainedTokenCredential, error) {
	return &ChainedTokenCredential{}, nil
}

// GetToken returns a token.
func (c *ChainedTokenCredential) GetToken(ctx context.Context, opts policy.TokenRequestOptions) (azcore.AccessToken, error) {
	return azcore.AccessToken{}, errors.New("stub")
}

// WorkloadIdentityCredentialOptions are the options of a WorkloadIdentityCredential.
type WorkloadIdentityCredentialOptions struct {
	azcore.ClientOptions

	ClientID      string
	TenantID      string
	TokenFilePath string
}

// WorkloadIdentityCredential is no managed identity.
type WorkloadIdentityCredential struct{}

// NewWorkloadIdentityCredential returns a credential of a Kubernetes service account.
func NewWorkloadIdentityCredential(options *WorkloadIdentityCredentialOptions) (*WorkloadIdentityCredential, error) {
	return &WorkloadIdentityCredential{}, nil
}

// GetToken returns a token.
func (c *WorkloadIdentityCredential) GetToken(ctx context.Context, opts policy.TokenRequestOptions) (azcore.AccessToken, error) {
	return azcore.AccessToken{}, errors.New("stub")
}
