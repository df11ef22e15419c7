// Package adal is a stub of the real one (v0.9.24): what the situations need of it, with the same types.
package adal

import "errors"

// Token is a token.
type Token struct {
	AccessToken string
	Resource    string
}

// TokenRefreshCallback is told of every new token.
type TokenRefreshCallback func(Token) error

// OAuthTokenProvider gives tokens.
type OAuthTokenProvider interface {
	OAuthToken() string
}

// ServicePrincipalToken asks for tokens.
type ServicePrincipalToken struct {
	MaxMSIRefreshAttempts int
}

// SetRefreshCallbacks replaces the callbacks.
func (t *ServicePrincipalToken) SetRefreshCallbacks(callbacks []TokenRefreshCallback) {}

// OAuthToken returns the token.
func (t *ServicePrincipalToken) OAuthToken() string { return "" }

// ManagedIdentityOptions name an identity.
type ManagedIdentityOptions struct {
	ClientID           string
	IdentityResourceID string
}

// GetMSIEndpoint returns where to ask.
func GetMSIEndpoint() (string, error) { return GetMSIVMEndpoint() }

// GetMSIVMEndpoint returns where to ask on a virtual machine.
func GetMSIVMEndpoint() (string, error) { return "", errors.New("stub") }

// NewServicePrincipalTokenFromMSI names no identity.
func NewServicePrincipalTokenFromMSI(msiEndpoint, resource string, callbacks ...TokenRefreshCallback) (*ServicePrincipalToken, error) {
	return nil, errors.New("stub")
}

// NewServicePrincipalTokenFromMSIWithUserAssignedID takes a client ID.
func NewServicePrincipalTokenFromMSIWithUserAssignedID(msiEndpoint, resource string, userAssignedID string, callbacks ...TokenRefreshCallback) (*ServicePrincipalToken, error) {
	return nil, errors.New("stub")
}

// NewServicePrincipalTokenFromMSIWithIdentityResourceID takes a resource ID.
func NewServicePrincipalTokenFromMSIWithIdentityResourceID(msiEndpoint, resource string, identityResourceID string, callbacks ...TokenRefreshCallback) (*ServicePrincipalToken, error) {
	return nil, errors.New("stub")
}

// NewServicePrincipalTokenFromManagedIdentity takes an ID of either kind, or none.
func NewServicePrincipalTokenFromManagedIdentity(resource string, options *ManagedIdentityOptions, callbacks ...TokenRefreshCallback) (*ServicePrincipalToken, error) {
	return nil, errors.New("stub")
}
