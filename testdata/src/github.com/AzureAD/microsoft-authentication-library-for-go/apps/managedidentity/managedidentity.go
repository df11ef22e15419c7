// Package managedidentity is a stub of the real one (v1.10): what the situations need of it, with the same types.
package managedidentity

import (
	"context"
	"errors"
	"time"
)

// ID is the choice of an identity.
type ID interface {
	value() string
}

type systemAssignedValue string

func (systemAssignedValue) value() string { return "" }

// UserAssignedClientID is the client ID of a user-assigned identity.
type UserAssignedClientID string

func (c UserAssignedClientID) value() string { return string(c) }

// UserAssignedObjectID is the object ID of a user-assigned identity.
type UserAssignedObjectID string

func (o UserAssignedObjectID) value() string { return string(o) }

// UserAssignedResourceID is the resource ID of a user-assigned identity.
type UserAssignedResourceID string

func (r UserAssignedResourceID) value() string { return string(r) }

// SystemAssigned chooses the system-assigned identity.
func SystemAssigned() ID { return systemAssignedValue("") }

// Client asks for tokens.
type Client struct{}

// ClientOption changes a client.
type ClientOption func(*Client)

// WithRetryPolicyDisabled asks once.
func WithRetryPolicyDisabled() ClientOption { return func(*Client) {} }

// New returns a client for an identity.
func New(id ID, options ...ClientOption) (Client, error) { return Client{}, nil }

// AuthResult is a token and its end.
type AuthResult struct {
	AccessToken   string
	ExpiresOn     time.Time
	GrantedScopes []string
}

// AcquireTokenOptions are the options of a request.
type AcquireTokenOptions struct{}

// AcquireTokenOption changes a request.
type AcquireTokenOption func(o *AcquireTokenOptions)

// AcquireToken returns a token.
func (c Client) AcquireToken(ctx context.Context, resource string, options ...AcquireTokenOption) (AuthResult, error) {
	return AuthResult{}, errors.New("stub")
}
