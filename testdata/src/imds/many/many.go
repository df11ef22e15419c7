package many

import (
	"net/http"
	"net/url"
)

const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&"

// More combinations than anyone follows are not known.
func combinations(cloud, kind string) (*http.Response, error) {
	q := url.Values{}
	switch cloud {
	case "a":
		q.Set("resource", "https://a")
	case "b":
		q.Set("resource", "https://b")
	case "c":
		q.Set("resource", "https://c")
	default:
		q.Set("resource", "https://d")
	}
	switch kind {
	case "a":
		q.Set("client_id", "a")
	case "b":
		q.Set("client_id", "b")
	case "c":
		q.Set("client_id", "c")
	default:
		q.Set("client_id", "d")
	}
	return http.Get(endpoint + q.Encode())
}
