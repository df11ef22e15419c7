// Package identity stands for github.com/redis/go-redis-entraid/identity.
package identity

const (
	SystemAssignedIdentity = "SystemAssigned"
	UserAssignedObjectID   = "UserAssignedObjectID"
)

type ManagedIdentityProviderOptions struct {
	UserAssignedObjectID string
	ManagedIdentityType  string
	Scopes               []string
}

type ManagedIdentityProvider struct{}

func NewManagedIdentityProvider(opts ManagedIdentityProviderOptions) (*ManagedIdentityProvider, error) {
	return nil, nil
}
