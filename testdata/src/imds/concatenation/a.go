// Package concatenation adds up the URL.
package concatenation

import (
	"net/http"
	"net/url"
)

const version = "2018-02-01"

func resource(resource string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=" + resource) // want "token request names no identity"
}

func escaped(resource string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?api-version=" + version + "&resource=" + url.QueryEscape(resource)) // want "token request names no identity"
}

func lines(resource string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token" + // want "token request names no identity"
		"?api-version=2018-02-01" +
		"&resource=" + resource)
}

func parameterFirst(host string) (*http.Response, error) {
	return http.Get(host + "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net") // want "token request names no identity"
}

func added(resource string) (*http.Response, error) {
	address := "http://169.254.169.254/metadata/identity/oauth2/token" // want "token request names no identity"
	address += "?api-version=2018-02-01"
	address += "&resource=" + url.QueryEscape(resource)
	return http.Get(address)
}

func addedID(resource, id string) (*http.Response, error) {
	address := "http://169.254.169.254/metadata/identity/oauth2/token"
	address += "?api-version=2018-02-01&resource=" + resource
	address += "&client_id=" + id
	return http.Get(address)
}

func addedSometimes(id string) (*http.Response, error) {
	address := "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net"
	if id != "" {
		address += "&client_id=" + id
	}
	return http.Get(address)
}

func addedUnknown(more string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + more)
}

func addedQuery(values url.Values) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + values.Encode())
}

func addedByLoop(pairs map[string]string) (*http.Response, error) {
	address := "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net"
	for key, value := range pairs {
		address += "&" + key + "=" + value
	}
	return http.Get(address)
}

func addedAfter(id string) (*http.Response, error) {
	address := "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net" // want "token request names no identity"
	resp, err := http.Get(address)
	address += "&client_id=" + id
	println(address)
	return resp, err
}
