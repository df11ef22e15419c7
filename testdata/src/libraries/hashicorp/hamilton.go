package hashicorp

import (
	"context"

	"github.com/manicminer/hamilton/auth"
	"github.com/manicminer/hamilton/environments"
)

// An older version takes the endpoint as its last argument: there is no fix.
func authorizer(ctx context.Context, api environments.Api) (auth.Authorizer, error) {
	return auth.NewMsiAuthorizer(ctx, api, "", "") // want "auth.NewMsiAuthorizer names no identity"
}

func config(ctx context.Context, api environments.Api) (auth.Authorizer, error) {
	c := &auth.Config{EnableMsiAuth: true} // want "auth.Config names no identity"
	return c.NewAuthorizer(ctx, api)
}

// Nothing below is a finding.

func withID(ctx context.Context, api environments.Api, id string) (auth.Authorizer, error) {
	return auth.NewMsiAuthorizer(ctx, api, "", id)
}

func msiConfig(id string) (*auth.MsiConfig, error) {
	return auth.NewMsiConfig("https://graph.microsoft.com", "", id)
}
