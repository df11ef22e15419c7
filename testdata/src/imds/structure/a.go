// Package structure has url.URL literals.
package structure

import (
	"net/http"
	"net/url"
)

func text() (*http.Response, error) {
	u := url.URL{
		Scheme:   "http",
		Host:     "169.254.169.254",
		Path:     "/metadata/identity/oauth2/token", // want "token request names no identity"
		RawQuery: "api-version=2018-02-01&resource=https://vault.azure.net",
	}
	return http.Get(u.String())
}

func pointer() (*http.Response, error) {
	u := &url.URL{Scheme: "http", Host: "169.254.169.254", Path: "metadata/identity/oauth2/token", RawQuery: "resource=https://vault.azure.net"} // want "token request names no identity"
	return http.Get(u.String())
}

func request(client *http.Client) (*http.Response, error) {
	u := &url.URL{Scheme: "http", Host: "169.254.169.254", Path: "/metadata/identity/oauth2/token", RawQuery: "resource=https://vault.azure.net"} // want "token request names no identity"
	return client.Do(&http.Request{Method: "GET", URL: u, Header: http.Header{"Metadata": {"true"}}})
}

func encoded() (*http.Response, error) {
	query := url.Values{}
	query.Set("api-version", "2018-02-01")
	query.Set("resource", "https://vault.azure.net")
	u := url.URL{Scheme: "http", Host: "169.254.169.254", Path: "/metadata/identity/oauth2/token", RawQuery: query.Encode()} // want "token request names no identity"
	return http.Get(u.String())
}

func assigned() (*http.Response, error) {
	var u url.URL
	u.Scheme, u.Host = "http", "169.254.169.254"
	u.Path = "/metadata/identity/oauth2/token" // want "token request names no identity"
	u.RawQuery = "resource=https://vault.azure.net"
	return http.Get(u.String())
}

func withID(id string) (*http.Response, error) {
	u := url.URL{Scheme: "http", Host: "169.254.169.254", Path: "/metadata/identity/oauth2/token", RawQuery: "api-version=2018-02-01&client_id=" + id}
	return http.Get(u.String())
}

func encodedID(id string) (*http.Response, error) {
	query := url.Values{"api-version": {"2018-02-01"}, "client_id": {id}}
	u := url.URL{Scheme: "http", Host: "169.254.169.254", Path: "/metadata/identity/oauth2/token", RawQuery: query.Encode()}
	return http.Get(u.String())
}

func unknownQuery(query url.Values) (*http.Response, error) {
	u := url.URL{Scheme: "http", Host: "169.254.169.254", Path: "/metadata/identity/oauth2/token", RawQuery: query.Encode()}
	return http.Get(u.String())
}
