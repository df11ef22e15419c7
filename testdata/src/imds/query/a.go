// Package query fills the query of a parsed URL or of a request.
package query

import (
	"net/http"
	"net/url"
)

const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token"

func parsed() (*http.Response, error) {
	u, err := url.Parse("http://169.254.169.254/metadata/identity/oauth2/token") // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	q := u.Query()
	q.Set("api-version", "2018-02-01")
	q.Set("resource", "https://vault.azure.net")
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}

func values() (*http.Response, error) {
	v := url.Values{}
	v.Add("api-version", "2018-02-01")
	v.Add("resource", "https://vault.azure.net")
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + v.Encode()) // want "token request names no identity"
}

func valuesLiteral() (*http.Response, error) {
	v := url.Values{"api-version": {"2018-02-01"}, "resource": []string{"https://vault.azure.net"}}
	return http.Get(endpoint + "?" + v.Encode()) // want "token request names no identity"
}

func valuesMade() (*http.Response, error) {
	v := make(url.Values)
	v["resource"] = []string{"https://vault.azure.net"}
	return http.Get(endpoint + "?" + v.Encode()) // want "token request names no identity"
}

func request(client *http.Client) (*http.Response, error) {
	req, err := http.NewRequest("GET", endpoint, nil) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	q.Add("api-version", "2018-02-01")
	q.Add("resource", "https://vault.azure.net")
	req.URL.RawQuery = q.Encode()
	req.Header.Add("Metadata", "true")
	return client.Do(req)
}

func deleted(client *http.Client, id string) (*http.Response, error) {
	v := url.Values{"resource": {"https://vault.azure.net"}, "client_id": {id}}
	v.Del("client_id")
	return client.Get(endpoint + "?" + v.Encode()) // want "token request names no identity"
}

func parsedWithID(id string) (*http.Response, error) {
	u, err := url.Parse("http://169.254.169.254/metadata/identity/oauth2/token")
	if err != nil {
		return nil, err
	}
	q := u.Query()
	q.Set("api-version", "2018-02-01")
	q.Set("client_id", id)
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}

func requestWithID(client *http.Client, id string) (*http.Response, error) {
	req, err := http.NewRequest("GET", endpoint, nil)
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	q.Add("api-version", "2018-02-01")
	q.Add("msi_res_id", id)
	req.URL.RawQuery = q.Encode()
	return client.Do(req)
}

func valuesWithID(id string) (*http.Response, error) {
	v := url.Values{}
	v["object_id"] = []string{id}
	return http.Get(endpoint + "?" + v.Encode())
}

func sometimes(id string) (*http.Response, error) {
	v := url.Values{"resource": {"https://vault.azure.net"}}
	if id != "" {
		v.Set("client_id", id)
	}
	return http.Get(endpoint + "?" + v.Encode())
}

func unknownKey(key, value string) (*http.Response, error) {
	v := url.Values{"resource": {"https://vault.azure.net"}}
	v.Set(key, value)
	return http.Get(endpoint + "?" + v.Encode())
}

func filled(fill func(url.Values)) (*http.Response, error) {
	v := url.Values{"resource": {"https://vault.azure.net"}}
	fill(v)
	return http.Get(endpoint + "?" + v.Encode())
}

func unknownQuery(client *http.Client, query string) (*http.Response, error) {
	req, err := http.NewRequest("GET", endpoint, nil)
	if err != nil {
		return nil, err
	}
	req.URL.RawQuery = query
	return client.Do(req)
}

func filledRequest(client *http.Client, fill func(*http.Request)) (*http.Response, error) {
	req, err := http.NewRequest("GET", endpoint, nil)
	if err != nil {
		return nil, err
	}
	fill(req)
	return client.Do(req)
}
