// Package appservice asks App Service's endpoint, version 2019-08-01 of its protocol.
package appservice

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
)

const version = "2019-08-01"

func concatenated(resource string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, os.Getenv("IDENTITY_ENDPOINT")+"?api-version=2019-08-01&resource="+url.QueryEscape(resource), nil) // want "token request names no identity: App Service looks for a system-assigned identity"
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-IDENTITY-HEADER", os.Getenv("IDENTITY_HEADER"))
	return http.DefaultClient.Do(req)
}

func concatenatedWithID(resource string) (*http.Response, error) {
	return http.Get(os.Getenv("IDENTITY_ENDPOINT") + "?api-version=2019-08-01&resource=" + resource + "&client_id=" + os.Getenv("AZURE_CLIENT_ID"))
}

func formatted(resource string) (*http.Response, error) {
	return http.Get(fmt.Sprintf("%s/?resource=%s&api-version=%s", os.Getenv("IDENTITY_ENDPOINT"), resource, version)) // want "token request names no identity"
}

func filled(resource string) (*http.Response, error) {
	endpoint, ok := os.LookupEnv("IDENTITY_ENDPOINT")
	if !ok {
		return nil, os.ErrNotExist
	}
	req, err := http.NewRequest(http.MethodGet, endpoint, nil) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	q.Set("api-version", version)
	q.Set("resource", resource)
	req.URL.RawQuery = q.Encode()
	req.Header.Set("X-IDENTITY-HEADER", os.Getenv("IDENTITY_HEADER"))
	return http.DefaultClient.Do(req)
}

func filledWithPrincipal(resource, id string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, os.Getenv("IDENTITY_ENDPOINT"), nil)
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	q.Set("api-version", version)
	q.Set("resource", resource)
	q.Set("principal_id", id)
	req.URL.RawQuery = q.Encode()
	return http.DefaultClient.Do(req)
}

func withResourceID(resource, id string) (*http.Response, error) {
	return http.Get(os.Getenv("IDENTITY_ENDPOINT") + "?api-version=2019-08-01&resource=" + resource + "&mi_res_id=" + id)
}

func sometimes(resource, id string) (*http.Response, error) {
	u := os.Getenv("IDENTITY_ENDPOINT") + "?api-version=2019-08-01&resource=" + resource
	if id != "" {
		u += "&client_id=" + id
	}
	return http.Get(u)
}

// Its version may be another platform's.
func unversioned(resource string) (*http.Response, error) {
	return http.Get(os.Getenv("IDENTITY_ENDPOINT") + "?resource=" + resource)
}

func anyVersion(resource, version string) (*http.Response, error) {
	return http.Get(os.Getenv("IDENTITY_ENDPOINT") + "?resource=" + resource + "&api-version=" + version)
}

func longerPath(resource string) (*http.Response, error) {
	return http.Get(os.Getenv("IDENTITY_ENDPOINT") + "/health?api-version=2019-08-01&resource=" + resource)
}

func noResource() (*http.Response, error) {
	return http.Get(os.Getenv("IDENTITY_ENDPOINT") + "?api-version=2019-08-01")
}

func otherVariable(resource string) (*http.Response, error) {
	return http.Get(os.Getenv("OTC_IDENTITY_ENDPOINT") + "?api-version=2019-08-01&resource=" + resource)
}

func named() string { return os.Getenv("IDENTITY_ENDPOINT") }

func both(resource string) (*http.Response, error) {
	endpoint, version := "http://169.254.169.254/metadata/identity/oauth2/token", "2018-02-01" // want "token request names no identity: it works while"
	if e := os.Getenv("IDENTITY_ENDPOINT"); e != "" {
		endpoint, version = e, "2019-08-01"
	}
	return http.Get(endpoint + "?api-version=" + version + "&resource=" + resource) // want "token request names no identity: App Service"
}

func bothWithID(resource, id string) (*http.Response, error) {
	endpoint, version := "http://169.254.169.254/metadata/identity/oauth2/token", "2018-02-01"
	if e := os.Getenv("IDENTITY_ENDPOINT"); e != "" {
		endpoint, version = e, "2019-08-01"
	}
	u := endpoint + "?api-version=" + version + "&resource=" + resource
	if id != "" {
		u += "&client_id=" + id
	}
	return http.Get(u)
}

func configured(endpoint, resource string) (*http.Response, error) {
	if endpoint == "" {
		endpoint = os.Getenv("IDENTITY_ENDPOINT")
	}
	return http.Get(endpoint + "?api-version=2020-05-01&resource=" + resource)
}

// The address in a field.

type client struct {
	endpoint, header string
	other            string
}

func newClient(other string) *client {
	return &client{endpoint: os.Getenv("IDENTITY_ENDPOINT"), header: os.Getenv("IDENTITY_HEADER"), other: other}
}

func (c *client) token(resource string) (*http.Response, error) {
	q := url.Values{"api-version": {version}, "resource": {resource}}
	return c.send(c.endpoint + "?" + q.Encode()) // want "token request names no identity: App Service"
}

func (c *client) tokenOf(resource, id string) (*http.Response, error) {
	q := url.Values{"api-version": {version}, "resource": {resource}, "client_id": {id}}
	return c.send(c.endpoint + "?" + q.Encode())
}

func (c *client) elsewhere(resource string) (*http.Response, error) {
	q := url.Values{"api-version": {version}, "resource": {resource}}
	return c.send(c.other + "?" + q.Encode())
}

func (c *client) send(u string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-IDENTITY-HEADER", c.header)
	return http.DefaultClient.Do(req)
}
