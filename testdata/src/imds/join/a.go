// Package join joins the URL.
package join

import (
	"net/http"
	"net/url"
	"strings"
)

func parts() (*http.Response, error) {
	return http.Get(strings.Join([]string{"http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01", "resource=https://vault.azure.net"}, "&")) // want "token request names no identity"
}

func variable(resource string) (*http.Response, error) {
	pairs := []string{"api-version=2018-02-01", "resource=" + url.QueryEscape(resource)}
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + strings.Join(pairs, "&")) // want "token request names no identity"
}

func withID(id string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + strings.Join([]string{"api-version=2018-02-01", "client_id=" + id}, "&"))
}

func unknown(pairs []string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + strings.Join(pairs, "&"))
}

func appended(id string) (*http.Response, error) {
	pairs := []string{"api-version=2018-02-01"}
	pairs = append(pairs, "client_id="+id)
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + strings.Join(pairs, "&"))
}
