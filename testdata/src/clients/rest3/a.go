// Package rest3 asks with resty, version 3.
package rest3

import (
	"context"
	"net/url"

	"resty.dev/v3"
)

const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token"

func chain(client *resty.Client, resource string) (*resty.Response, error) {
	return client.R().
		SetHeader("Metadata", "true").
		SetQueryParam("api-version", "2018-02-01").
		SetQueryParam("resource", resource).
		Get(endpoint) // want "token request names no identity"
}

func chainWithID(client *resty.Client, resource, id string) (*resty.Response, error) {
	return client.R().
		SetQueryParam("resource", resource).
		SetQueryParam("client_id", id).
		Get(endpoint)
}

func params(ctx context.Context, resource string) (*resty.Response, error) {
	client := resty.New()
	return client.R().SetContext(ctx).SetQueryParams(map[string]string{
		"api-version": "2018-02-01",
		"resource":    resource,
	}).Get(endpoint) // want "token request names no identity"
}

func paramsWithID(resource, id string) (*resty.Response, error) {
	return resty.New().R().SetQueryParams(map[string]string{"resource": resource, "object_id": id}).Get(endpoint)
}

func paramsUnknown(params map[string]string) (*resty.Response, error) {
	return resty.New().R().SetQueryParam("resource", "https://vault.azure.net").SetQueryParams(params).Get(endpoint)
}

func values(resource string) (*resty.Response, error) {
	return resty.New().R().SetQueryParamsFromValues(url.Values{"resource": {resource}}).Get(endpoint) // want "token request names no identity"
}

func valuesWithID(resource, id string) (*resty.Response, error) {
	return resty.New().R().SetQueryParamsFromValues(url.Values{"resource": {resource}, "client_id": {id}}).Get(endpoint)
}

func text(resource string) (*resty.Response, error) {
	return resty.New().R().SetQueryString("api-version=2018-02-01&resource=" + resource).Get(endpoint) // want "token request names no identity"
}

func textWithID(resource, id string) (*resty.Response, error) {
	return resty.New().R().SetQueryString("client_id=" + id + "&resource=" + resource).Get(endpoint)
}

func statements(resource string) (*resty.Response, error) {
	req := resty.New().R()
	req.SetQueryParam("resource", resource)
	req.SetHeader("Metadata", "true")
	return req.Get(endpoint) // want "token request names no identity"
}

func statementsWithID(resource, id string) (*resty.Response, error) {
	req := resty.New().R()
	req.SetQueryParam("resource", resource)
	if id != "" {
		req.SetQueryParam("client_id", id)
	}
	return req.Get(endpoint)
}

func field(resource, id string) (*resty.Response, error) {
	req := resty.New().R().SetQueryParam("resource", resource)
	req.QueryParams.Set("client_id", id)
	return req.Get(endpoint)
}

func inURL() (*resty.Response, error) {
	return resty.New().R().Get(endpoint + "?resource=https://vault.azure.net") // want "token request names no identity"
}

func execute() (*resty.Response, error) {
	return resty.New().R().Execute("GET", endpoint+"?resource=https://vault.azure.net") // want "token request names no identity"
}

func base(resource string) (*resty.Response, error) {
	client := resty.New().SetBaseURL("http://169.254.169.254/metadata") // want "token request names no identity"
	return client.R().SetQueryParam("resource", resource).Get("/identity/oauth2/token")
}

func elsewhere(resource string, add func(*resty.Request)) (*resty.Response, error) {
	req := resty.New().R().SetQueryParam("resource", resource)
	add(req)
	return req.Get(endpoint)
}

func sent(resource string) (*resty.Response, error) {
	return resty.New().R().SetMethod("GET").SetURL(endpoint).SetQueryParam("resource", resource).Send() // want "token request names no identity"
}
