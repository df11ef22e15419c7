// Package holders keeps the address in fields, variables and other packages.
package holders

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

var address = "http://169.254.169.254/metadata/identity/oauth2/token"

var parsed, _ = url.Parse("http://169.254.169.254/metadata/identity/oauth2/token")

func variable() (*http.Response, error) {
	return http.Get(address + "?resource=https://vault.azure.net") // want "token request names no identity"
}

func variableWithID(id string) (*http.Response, error) {
	return http.Get(address + "?resource=https://vault.azure.net&client_id=" + id)
}

func copied() (*http.Response, error) {
	u := *parsed
	u.RawQuery = "resource=https://vault.azure.net"
	return http.Get(u.String())
}

func endpoint() string { return "http://169.254.169.254/metadata/identity/oauth2/token" }

func helper() (*http.Response, error) {
	return http.Get(endpoint() + "?resource=https://vault.azure.net") // want "token request names no identity"
}

type client struct {
	endpoint string
	http     *http.Client
}

func newClient() *client {
	return &client{endpoint: "http://169.254.169.254/metadata/identity/oauth2/token", http: http.DefaultClient}
}

func (c *client) token(ctx context.Context, resource string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.endpoint, nil) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	q.Set("resource", resource)
	req.URL.RawQuery = q.Encode()
	return c.http.Do(req)
}

func (c *client) tokenFor(ctx context.Context, resource, id string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.endpoint, nil)
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	q.Set("resource", resource)
	q.Set("client_id", id)
	req.URL.RawQuery = q.Encode()
	return c.http.Do(req)
}

// Its endpoint can be another one.
type settable struct{ endpoint string }

func newSettable(endpoint string) *settable {
	s := &settable{endpoint: "http://169.254.169.254/metadata/identity/oauth2/token"}
	if endpoint != "" {
		s.endpoint = endpoint
	}
	return s
}

func (s *settable) token() (*http.Response, error) {
	return http.Get(s.endpoint + "?resource=https://vault.azure.net")
}

type base struct{ url string }

type derived struct {
	base
	name string
}

func embedded() (*http.Response, error) {
	d := derived{base: base{url: "http://169.254.169.254/metadata/identity/oauth2/token"}, name: "d"} // want "token request names no identity"
	return http.Get(d.url + "?resource=https://vault.azure.net")
}

func embeddedWithID(id string) (*http.Response, error) {
	d := derived{base: base{url: "http://169.254.169.254/metadata/identity/oauth2/token"}, name: "d"}
	d.url += "?resource=https://vault.azure.net&client_id=" + id
	return http.Get(d.url)
}

func literalRequest(client *http.Client) (*http.Response, error) {
	u, err := url.Parse("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net") // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	return client.Do(&http.Request{Method: http.MethodGet, URL: u, Header: http.Header{"Metadata": {"true"}}})
}

func literalRequestWithID(client *http.Client, id string) (*http.Response, error) {
	u, err := url.Parse("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&client_id=" + id)
	if err != nil {
		return nil, err
	}
	req := http.Request{Method: http.MethodGet, URL: u}
	return client.Do(&req)
}

func assignedURL(client *http.Client) (*http.Response, error) {
	req := new(http.Request)
	req.URL = &url.URL{Scheme: "http", Host: "169.254.169.254", Path: "/metadata/identity/oauth2/token"} // want "token request names no identity"
	req.URL.RawQuery = "resource=https://vault.azure.net"
	return client.Do(req)
}

func roundTrip(transport http.RoundTripper) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, "http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net", nil) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	return transport.RoundTrip(req)
}

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

func byInterface(d doer, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, "http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net", body) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	return d.Do(req)
}
