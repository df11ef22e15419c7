// Package retry asks with go-retryablehttp.
package retry

import (
	"context"
	"net/http"

	"github.com/hashicorp/go-retryablehttp"
)

const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token"

func request(ctx context.Context, resource string) (*http.Response, error) {
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, endpoint, nil) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	q.Add("resource", resource)
	req.URL.RawQuery = q.Encode()
	req.Header.Set("Metadata", "true")
	return retryablehttp.NewClient().Do(req)
}

func requestWithID(client *retryablehttp.Client, resource, id string) (*http.Response, error) {
	req, err := retryablehttp.NewRequest(http.MethodGet, endpoint+"?resource="+resource, nil)
	if err != nil {
		return nil, err
	}
	req.URL.RawQuery += "&client_id=" + id
	return client.Do(req)
}

func whole(client *retryablehttp.Client) (*http.Response, error) {
	req, err := retryablehttp.NewRequest(http.MethodGet, endpoint+"?resource=https://vault.azure.net", nil) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	return client.Do(req.WithContext(context.Background()))
}

func standard(client *retryablehttp.Client) (*http.Response, error) {
	return client.StandardClient().Get(endpoint + "?resource=https://vault.azure.net") // want "token request names no identity"
}

func get() (*http.Response, error) {
	return retryablehttp.Get(endpoint + "?resource=https://vault.azure.net") // want "token request names no identity"
}

func from(client *retryablehttp.Client) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, endpoint+"?resource=https://vault.azure.net", nil) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	again, err := retryablehttp.FromRequest(req)
	if err != nil {
		return nil, err
	}
	return client.Do(again)
}

func fromWithID(client *retryablehttp.Client, id string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, endpoint+"?resource=https://vault.azure.net", nil)
	if err != nil {
		return nil, err
	}
	again, err := retryablehttp.FromRequest(req)
	if err != nil {
		return nil, err
	}
	again.URL.RawQuery += "&msi_res_id=" + id
	return client.Do(again)
}

func returned(resource string) (*retryablehttp.Request, error) {
	return retryablehttp.NewRequest(http.MethodGet, endpoint+"?resource="+resource, nil) // want "token request names no identity"
}
