// Package kubernetes gets tokens as the tools of Kubernetes do.
package kubernetes

import (
	"github.com/Azure/kubelogin/pkg/token"
	"github.com/Azure/secrets-store-csi-driver-provider-azure/pkg/auth"
)

func login() (token.TokenProvider, error) {
	return token.GetTokenProvider(&token.Options{LoginMethod: token.MSILogin}) // want "token.GetTokenProvider names no identity"
}

func loginLater() (token.TokenProvider, error) {
	options := new(token.Options)
	options.LoginMethod = "msi"
	return token.GetTokenProvider(options) // want "token.GetTokenProvider names no identity"
}

func mode() auth.Config {
	return auth.Config{IdentityMode: auth.IdentityModeVMManagedIdentity} // want "auth.Config names no identity"
}

func newConfig() (auth.Config, error) {
	return auth.NewConfig(auth.IdentityModeVMManagedIdentity, "", "", "", nil) // want "auth.NewConfig names no identity"
}

// Nothing below is a finding.

func named(id string) (token.TokenProvider, error) {
	return token.GetTokenProvider(&token.Options{LoginMethod: token.MSILogin, ClientID: id})
}

func namedByResource(id string) (token.TokenProvider, error) {
	return token.GetTokenProvider(&token.Options{LoginMethod: token.MSILogin, IdentityResourceID: id})
}

func principal() (token.TokenProvider, error) {
	return token.GetTokenProvider(&token.Options{LoginMethod: token.ServicePrincipalLogin})
}

func configured(method string) (token.TokenProvider, error) {
	return token.GetTokenProvider(&token.Options{LoginMethod: method})
}

func environment() (token.TokenProvider, error) {
	options := token.OptionsWithEnv()
	options.LoginMethod = token.MSILogin
	return token.GetTokenProvider(options)
}

func pod() auth.Config {
	return auth.Config{IdentityMode: auth.IdentityModePodIdentity}
}

func namedMode(id string) auth.Config {
	return auth.Config{IdentityMode: auth.IdentityModeVMManagedIdentity, UserAssignedIdentityID: id}
}

func newConfigFor(mode auth.IdentityMode) (auth.Config, error) {
	return auth.NewConfig(mode, "", "", "", nil)
}
