// Package constants has the address in constants.
package constants

import "net/http"

const (
	host     = "http://169.254.169.254"
	path     = "/metadata/identity/oauth2/token"
	endpoint = host + path
	query    = "?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net"
	whole    = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net"
)

func use() (*http.Response, error) {
	return http.Get(whole) // want "token request names no identity"
}

func joined() (*http.Response, error) {
	return http.Get(endpoint + query) // want "token request names no identity"
}

func pieces() (*http.Response, error) {
	return http.Get(host + path + query) // want "token request names no identity"
}

func local() (*http.Response, error) {
	const url = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01"
	return http.Get(url + "&resource=https://vault.azure.net") // want "token request names no identity"
}

func other() (*http.Response, error) {
	return http.Get(elsewhere) // want "token request names no identity"
}

func withID(id string) (*http.Response, error) {
	return http.Get(endpoint + query + "&client_id=" + id)
}

func unused() string { return whole }
