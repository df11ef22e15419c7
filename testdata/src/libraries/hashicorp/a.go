// Package hashicorp builds the authorizers of Terraform's providers.
package hashicorp

import (
	"context"

	"github.com/hashicorp/go-azure-helpers/authentication"
	"github.com/hashicorp/go-azure-sdk/sdk/auth"
	"github.com/hashicorp/go-azure-sdk/sdk/environments"
)

func options(ctx context.Context, api environments.Api) (auth.Authorizer, error) {
	return auth.NewManagedIdentityAuthorizer(ctx, auth.ManagedIdentityAuthorizerOptions{Api: api}) // want "auth.NewManagedIdentityAuthorizer names no identity"
}

func credentials(ctx context.Context, api environments.Api) (auth.Authorizer, error) {
	c := auth.Credentials{ // want "auth.Credentials names no identity"
		TenantID:                                 "common",
		EnableAuthenticatingUsingManagedIdentity: true,
	}
	return auth.NewAuthorizerFromCredentials(ctx, c, api)
}

func builder() (*authentication.Config, error) {
	return authentication.Builder{SupportsManagedServiceIdentity: true}.Build() // want "authentication.Builder names no identity"
}

// Nothing below is a finding.

func named(ctx context.Context, api environments.Api, id string) (auth.Authorizer, error) {
	return auth.NewManagedIdentityAuthorizer(ctx, auth.ManagedIdentityAuthorizerOptions{Api: api, ClientId: id})
}

func namedCredentials(ctx context.Context, api environments.Api, id string) (auth.Authorizer, error) {
	c := auth.Credentials{EnableAuthenticatingUsingManagedIdentity: true, ClientID: id}
	return auth.NewAuthorizerFromCredentials(ctx, c, api)
}

func secret(ctx context.Context, api environments.Api, id, secret string) (auth.Authorizer, error) {
	c := auth.Credentials{EnableAuthenticatingUsingClientSecret: true, ClientID: id, ClientSecret: secret}
	return auth.NewAuthorizerFromCredentials(ctx, c, api)
}

func configured(ctx context.Context, api environments.Api, use bool) (auth.Authorizer, error) {
	return auth.NewAuthorizerFromCredentials(ctx, auth.Credentials{EnableAuthenticatingUsingManagedIdentity: use}, api)
}
