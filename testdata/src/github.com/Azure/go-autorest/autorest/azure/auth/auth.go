// Package auth is a stub of the real one (v0.5.13): what the situations need of it, with the same types.
package auth

import (
	"errors"

	"github.com/Azure/go-autorest/autorest"
	"github.com/Azure/go-autorest/autorest/adal"
)

// ClientID is a key of the settings.
const ClientID = "AZURE_CLIENT_ID"

// AuthorizerConfig is what has an authorizer.
type AuthorizerConfig interface {
	Authorizer() (autorest.Authorizer, error)
}

// MSIConfig names a managed identity.
type MSIConfig struct {
	Resource string
	ClientID string
}

// NewMSIConfig returns a config without an ID.
func NewMSIConfig() MSIConfig { return MSIConfig{Resource: "https://management.azure.com/"} }

// ServicePrincipalToken returns a token of the identity.
func (mc MSIConfig) ServicePrincipalToken() (*adal.ServicePrincipalToken, error) {
	return nil, errors.New("stub")
}

// Authorizer returns an authorizer of the identity.
func (mc MSIConfig) Authorizer() (autorest.Authorizer, error) { return nil, errors.New("stub") }

// ClientCredentialsConfig is no managed identity.
type ClientCredentialsConfig struct {
	ClientID     string
	ClientSecret string
	TenantID     string
	AuxTenants   []string
	AADEndpoint  string
	Resource     string
}

// NewClientCredentialsConfig returns a config of a service principal.
func NewClientCredentialsConfig(clientID string, clientSecret string, tenantID string) ClientCredentialsConfig {
	return ClientCredentialsConfig{ClientID: clientID, ClientSecret: clientSecret, TenantID: tenantID}
}

// Authorizer returns an authorizer of the service principal.
func (ccc ClientCredentialsConfig) Authorizer() (autorest.Authorizer, error) {
	return nil, errors.New("stub")
}

// EnvironmentSettings are what the environment says.
type EnvironmentSettings struct {
	Values map[string]string
}

// GetSettingsFromEnvironment reads the environment.
func GetSettingsFromEnvironment() (s EnvironmentSettings, err error) { return }

// GetMSI returns a config with the client ID of the environment.
func (settings EnvironmentSettings) GetMSI() MSIConfig {
	return MSIConfig{ClientID: settings.Values[ClientID]}
}

// GetAuthorizer tries everything.
func (settings EnvironmentSettings) GetAuthorizer() (autorest.Authorizer, error) {
	return nil, errors.New("stub")
}

// NewAuthorizerFromEnvironment tries everything.
func NewAuthorizerFromEnvironment() (autorest.Authorizer, error) { return nil, errors.New("stub") }

// NewAuthorizerFromEnvironmentWithResource tries everything.
func NewAuthorizerFromEnvironmentWithResource(resource string) (autorest.Authorizer, error) {
	return nil, errors.New("stub")
}

// NewAuthorizerFromCLI asks az.
func NewAuthorizerFromCLI() (autorest.Authorizer, error) { return nil, errors.New("stub") }
