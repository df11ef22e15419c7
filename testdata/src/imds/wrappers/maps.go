package wrappers

import (
	"context"
	"net/http"
	"net/url"
)

const identity = endpoint + "?api-version=2018-02-01&resource=https://vault.azure.net"

// A request that other functions send: only where it could be made.
func build(ctx context.Context, u *url.URL, headers map[string]string) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	for key, value := range headers {
		req.Header.Set(key, value)
	}
	return req, nil
}

func byBuild(ctx context.Context) (*http.Response, error) {
	u, err := url.Parse(identity) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	req, err := build(ctx, u, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func byBuildWithID(ctx context.Context, id string) (*http.Response, error) {
	u, _ := url.Parse(identity + "&client_id=" + id)
	req, err := build(ctx, u, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// The map adds to a query that the caller gives, too.
func ofURL(u *url.URL, params map[string]string) (*http.Response, error) {
	q := u.Query()
	for key, value := range params {
		q.Set(key, value)
	}
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}

func byURL() (*http.Response, error) {
	u, _ := url.Parse(identity) // want "token request names no identity"
	return ofURL(u, map[string]string{"bypass_cache": "true"})
}

func byURLWithID(id string) (*http.Response, error) {
	u, _ := url.Parse(identity)
	return ofURL(u, map[string]string{"client_id": id})
}

func byURLWithIDBefore(id string) (*http.Response, error) {
	u, _ := url.Parse(identity + "&client_id=" + id)
	return ofURL(u, map[string]string{"bypass_cache": "true"})
}

func byURLUnknown(params map[string]string) (*http.Response, error) {
	u, _ := url.Parse(identity)
	params["bypass_cache"] = "true"
	return ofURL(u, params)
}

// A URL that is given as a text, and has a query already.
func ofText(s string, params map[string]string) (*http.Response, error) {
	u, err := url.Parse(s)
	if err != nil {
		return nil, err
	}
	q := u.Query()
	for key, value := range params {
		q.Add(key, value)
	}
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}

func byText() (*http.Response, error) {
	return ofText(identity, nil) // want "token request names no identity"
}

func byTextWithID(id string) (*http.Response, error) {
	return ofText(identity, map[string]string{"client_id": id})
}

func withID(s, id string) (*http.Response, error) {
	u, err := url.Parse(s)
	if err != nil {
		return nil, err
	}
	q := u.Query()
	q.Set("client_id", id)
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}

func byWithID(id string) (*http.Response, error) { return withID(identity, id) }

// What comes out of the map is changed, or left out: not known.
func some(s string, params map[string]string, leave string) (*http.Response, error) {
	u, _ := url.Parse(s)
	q := u.Query()
	for key, value := range params {
		if key != leave {
			q.Set(key, value)
		}
	}
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}

func bySome(id string) (*http.Response, error) {
	return some(identity, map[string]string{"client_id": id}, "x")
}

func renamed(params map[string]string) (*http.Response, error) {
	u, _ := url.Parse(identity)
	q := u.Query()
	for key, value := range params {
		q.Set(value, key)
	}
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}

func byRenamed(id string) (*http.Response, error) { return renamed(map[string]string{id: "client_id"}) }

func ofMap(params map[string]string) (*http.Response, error) {
	u, _ := url.Parse(identity)
	q := u.Query()
	for key, value := range params {
		q[key] = []string{value}
	}
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}

func byMap() (*http.Response, error) {
	return ofMap(map[string]string{"bypass_cache": "true"}) // want "ofMap calls token request and names no identity"
}

func byMapWithID(id string) (*http.Response, error) { return ofMap(map[string]string{"client_id": id}) }

// Two callers, one of them without an ID: it is to blame.
func ofAdded(params map[string]string) (*http.Response, error) {
	u, _ := url.Parse(identity)
	q := u.Query()
	for key, value := range params {
		q.Add(key, value)
	}
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}

func byAdded() (*http.Response, error) {
	return ofAdded(map[string]string{"bypass_cache": "true"}) // want "ofAdded calls token request and names no identity"
}

func byAddedWithID(id string) (*http.Response, error) {
	return ofAdded(map[string]string{"client_id": id})
}

// What is escaped brings no keys of its own.
type api struct{ at url.URL }

func (a api) token() (*http.Request, error) {
	u, err := url.Parse(endpoint + "?api-version=2018-02-01") // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	q := u.Query()
	q.Add("resource", a.at.String())
	u.RawQuery = q.Encode()
	return http.NewRequest(http.MethodGet, u.String(), nil)
}

func escaped(host, path string) (*http.Response, error) {
	return http.Get(endpoint + "?resource=" + url.QueryEscape("https://vault.azure.net"+host+path)) // want "token request names no identity"
}

func unescaped(host, more string) (*http.Response, error) {
	return http.Get(endpoint + "?resource=" + host + more)
}
