// Package autorest is a stub of the real one (v0.11).
package autorest

import "github.com/Azure/go-autorest/autorest/adal"

// PrepareDecorator changes how a request is prepared.
type PrepareDecorator func(Preparer) Preparer

// Authorizer adds a token to requests.
type Authorizer interface {
	WithAuthorization() PrepareDecorator
}

// BearerAuthorizer adds a token that something provides.
type BearerAuthorizer struct {
	provider adal.OAuthTokenProvider
}

// WithAuthorization adds the token.
func (ba *BearerAuthorizer) WithAuthorization() PrepareDecorator {
	return func(p Preparer) Preparer { return p }
}

// NewBearerAuthorizer returns an authorizer.
func NewBearerAuthorizer(tp adal.OAuthTokenProvider) *BearerAuthorizer { return &BearerAuthorizer{tp} }
