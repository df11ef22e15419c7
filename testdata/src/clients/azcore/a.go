// Package azcore asks with azcore's pipeline.
package azcore

import (
	"context"
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
)

const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token"

func request(ctx context.Context, pipeline runtime.Pipeline, resource string) (*http.Response, error) {
	req, err := runtime.NewRequest(ctx, http.MethodGet, endpoint) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	req.Raw().Header.Set("Metadata", "true")
	q := req.Raw().URL.Query()
	q.Add("resource", resource)
	req.Raw().URL.RawQuery = q.Encode()
	return pipeline.Do(req)
}

func requestWithID(ctx context.Context, pipeline runtime.Pipeline, resource, id string) (*http.Response, error) {
	req, err := runtime.NewRequest(ctx, http.MethodGet, endpoint)
	if err != nil {
		return nil, err
	}
	q := req.Raw().URL.Query()
	q.Add("resource", resource)
	q.Add("client_id", id)
	req.Raw().URL.RawQuery = q.Encode()
	return pipeline.Do(req)
}

func joined(ctx context.Context, pipeline runtime.Pipeline) (*http.Response, error) {
	req, err := runtime.NewRequest(ctx, http.MethodGet, runtime.JoinPaths("http://169.254.169.254", "/metadata/identity/oauth2/token")) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	req.Raw().URL.RawQuery = "resource=https://vault.azure.net"
	return pipeline.Do(req)
}
