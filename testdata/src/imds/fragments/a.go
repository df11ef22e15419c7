// Package fragments has URLs whose end is not sent.
package fragments

import (
	"net/http"
	"net/url"
)

func behind(id string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net#client_id=" + id) // want "token request names no identity"
}

func before(id string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&client_id=" + id + "#token")
}

func noQuery() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token#?resource=https://vault.azure.net")
}

func parsed() (*http.Response, error) {
	u, err := url.Parse("http://169.254.169.254/metadata/identity/oauth2/token#top") // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	q := u.Query()
	q.Set("resource", "https://vault.azure.net")
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}
