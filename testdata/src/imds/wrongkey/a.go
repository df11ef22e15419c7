// Package wrongkey gives the ID under a key that the metadata endpoint does not read.
package wrongkey

import (
	"net/http"
	"net/url"
)

func literal(id string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&clientid=" + id) // want "token request gives an ID that the endpoint does not read"
}

func values(id string) (*http.Response, error) {
	v := url.Values{"clientid": {id}, "resource": {"https://vault.azure.net"}}
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + v.Encode()) // want "token request gives an ID that the endpoint does not read"
}

func both(id string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?clientid=" + id + "&client_id=" + id)
}
