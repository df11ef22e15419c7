// Package query gives an empty ID in a query.
package query

import "net/http"

func last() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&client_id=") // want "token request gives an ID that the endpoint does not read"
}

func middle() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?client_id=&resource=https://vault.azure.net") // want "token request gives an ID that the endpoint does not read"
}
