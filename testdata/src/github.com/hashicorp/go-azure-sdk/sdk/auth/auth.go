// Package auth stands for github.com/hashicorp/go-azure-sdk/sdk/auth.
package auth

import (
	"context"

	"github.com/hashicorp/go-azure-sdk/sdk/environments"
)

type Authorizer interface{}

type Credentials struct {
	ClientID                                 string
	TenantID                                 string
	EnableAuthenticatingUsingClientSecret    bool
	ClientSecret                             string
	EnableAuthenticatingUsingManagedIdentity bool
	CustomManagedIdentityEndpoint            string
}

type ManagedIdentityAuthorizerOptions struct {
	Api                           environments.Api
	ClientId                      string
	CustomManagedIdentityEndpoint string
}

func NewAuthorizerFromCredentials(ctx context.Context, c Credentials, api environments.Api) (Authorizer, error) {
	return nil, nil
}

func NewManagedIdentityAuthorizer(ctx context.Context, options ManagedIdentityAuthorizerOptions) (Authorizer, error) {
	return nil, nil
}
