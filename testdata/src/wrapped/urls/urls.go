package urls // want package:`wraps\(Fetch\) knows\(Named Unnamed\)`

import "net/http"

const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01"

// Unnamed returns a URL without an ID.
func Unnamed(resource string) string { return endpoint + "&resource=" + resource }

// Named returns one with an ID.
func Named(resource, id string) string { return Unnamed(resource) + "&client_id=" + id }

// Fetch adds what it is given.
func Fetch(query string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + query)
}
