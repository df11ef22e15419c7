// Package sprintf formats the URL.
package sprintf

import (
	"fmt"
	"net/http"
)

const format = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=%s&resource=%s"

func resource(resource string) (*http.Response, error) {
	return http.Get(fmt.Sprintf("http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=%s", resource)) // want "token request names no identity"
}

func variable(resource string) (*http.Response, error) {
	url := fmt.Sprintf("http://169.254.169.254/metadata/identity/oauth2/token?api-version=%s&resource=%s", "2018-02-01", resource) // want "token request names no identity"
	return http.Get(url)
}

func host(host, resource string) (*http.Response, error) {
	return http.Get(fmt.Sprintf("%s/metadata/identity/oauth2/token?resource=%s", host, resource)) // want "token request names no identity"
}

func constant(resource string) (*http.Response, error) {
	return http.Get(fmt.Sprintf(format, "2018-02-01", resource)) // want "token request names no identity"
}

func lines(resource string) (*http.Response, error) {
	url := fmt.Sprintf(
		"http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=%s", // want "token request names no identity"
		resource,
	)
	return http.Get(url)
}

func argument(resource string) (*http.Response, error) {
	return http.Get(fmt.Sprintf("%s?resource=%s", "http://169.254.169.254/metadata/identity/oauth2/token", resource)) // want "token request names no identity"
}

func indexed(resource string) (*http.Response, error) {
	return http.Get(fmt.Sprintf("http://169.254.169.254/metadata/identity/oauth2/token?resource=%[1]s", resource)) // want "token request names no identity"
}

func percent(resource string) (*http.Response, error) {
	return http.Get(fmt.Sprintf("http://169.254.169.254/metadata/identity/oauth2/token?resource=https%%3A%%2F%%2F%s", resource)) // want "token request names no identity"
}

func withID(resource, id string) (*http.Response, error) {
	return http.Get(fmt.Sprintf("http://169.254.169.254/metadata/identity/oauth2/token?resource=%s&client_id=%s", resource, id))
}

func key(key, id string) (*http.Response, error) {
	return http.Get(fmt.Sprintf("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&%s=%s", key, id))
}

func unknownArguments(arguments ...any) (*http.Response, error) {
	return http.Get(fmt.Sprintf("http://169.254.169.254/metadata/identity/oauth2/token?api-version=%s&%s", arguments...))
}

func unknownFormat(format string) (*http.Response, error) {
	return http.Get(fmt.Sprintf(format, "http://169.254.169.254/metadata/identity/oauth2/token"))
}
