// Package auth stands for github.com/manicminer/hamilton/auth.
package auth

import (
	"context"

	"github.com/manicminer/hamilton/environments"
)

type Authorizer interface{}

type Config struct {
	Environment   environments.Environment
	ClientID      string
	EnableMsiAuth bool
	MsiEndpoint   string
}

func (*Config) NewAuthorizer(ctx context.Context, api environments.Api) (Authorizer, error) {
	return nil, nil
}

type MsiConfig struct{ ClientID string }

func NewMsiAuthorizer(ctx context.Context, api environments.Api, msiEndpoint, clientId string) (Authorizer, error) {
	return nil, nil
}

func NewMsiConfig(resource, msiEndpoint, clientId string) (*MsiConfig, error) { return nil, nil }
