// Package wrappers sends requests by functions of its own.
package wrappers

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token"

func get(u string) (string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

func byGet(resource string) (string, error) {
	return get("http://169.254.169.254/metadata/identity/oauth2/token?resource=" + resource) // want "token request names no identity"
}

func byGetWithID(resource, id string) (string, error) {
	return get("http://169.254.169.254/metadata/identity/oauth2/token?resource=" + resource + "&client_id=" + id)
}

func elsewhere() (string, error) {
	return get("http://169.254.169.254/metadata/instance?api-version=2021-02-01")
}

func ask(ctx context.Context, client *http.Client, u string) []byte {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return nil
	}
	req.Header.Set("Metadata", "true")
	resp, err := client.Do(req)
	if err != nil {
		return nil
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	return body
}

func byAsk(ctx context.Context, resource string) []byte {
	u := fmt.Sprintf("%s?api-version=2018-02-01&resource=%s", endpoint, resource) // want "token request names no identity"
	return ask(ctx, http.DefaultClient, u)
}

func byAskTwice(ctx context.Context) [][]byte {
	u := endpoint + "?resource=https://vault.azure.net" // want "token request names no identity"
	return [][]byte{ask(ctx, http.DefaultClient, u), ask(ctx, http.DefaultClient, u)}
}

func query(params map[string]string) (string, error) {
	q := url.Values{}
	for key, value := range params {
		q.Set(key, value)
	}
	return get(endpoint + "?" + q.Encode())
}

func byQuery(resource string) (string, error) {
	return query(map[string]string{"resource": resource}) // want "query calls token request and names no identity"
}

func byQueryWithID(resource, id string) (string, error) {
	return query(map[string]string{"resource": resource, "client_id": id})
}

func add(u string, q url.Values) (string, error) { return get(u + "?" + q.Encode()) }

func byAdd(resource string) (string, error) {
	return add(endpoint, url.Values{"resource": {resource}}) // want "token request names no identity"
}

func byAddWithID(resource, id string) (string, error) {
	return add(endpoint, url.Values{"resource": {resource}, "client_id": {id}})
}

func addResource(u string, q url.Values) (string, error) {
	q.Set("resource", "https://vault.azure.net")
	return get(u + "?" + q.Encode())
}

func byAddResource() (string, error) {
	return addResource(endpoint, url.Values{"api-version": {"2018-02-01"}}) // want "token request names no identity"
}

func byAddResourceWithID(id string) (string, error) {
	return addResource(endpoint, url.Values{"client_id": {id}})
}

func byAddResourceUnknown(q url.Values) (string, error) {
	return addResource(endpoint, q)
}

// One of its requests has the ID.
func either(u, id string, token bool) (string, error) {
	if token {
		return get(u + "&client_id=" + id)
	}
	return get(u)
}

func byEither(id string) (string, error) {
	return either(endpoint+"?resource=https://vault.azure.net", id, true)
}

type client struct{ http *http.Client }

func (c *client) send(req *http.Request) *http.Response {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil
	}
	return resp
}

func (c *client) token(resource string) *http.Response {
	req, err := http.NewRequest(http.MethodGet, endpoint, nil) // want "token request names no identity"
	if err != nil {
		return nil
	}
	q := req.URL.Query()
	q.Set("resource", resource)
	req.URL.RawQuery = q.Encode()
	return c.send(req)
}

func (c *client) tokenFor(resource, id string) *http.Response {
	req, err := http.NewRequest(http.MethodGet, endpoint, nil)
	if err != nil {
		return nil
	}
	q := req.URL.Query()
	q.Set("resource", resource)
	q.Set("client_id", id)
	req.URL.RawQuery = q.Encode()
	return c.send(req)
}

// Azure Arc has an endpoint of its own, without IDs; the one of the virtual machine is asked without one, too.
func onArc(arc bool, resource string) (string, error) {
	u := endpoint // want "token request names no identity"
	if arc {
		u = "http://localhost:8080/metadata/identity/oauth2/token"
	}
	return get(u + "?resource=" + resource)
}

func (c *client) sendAs(req *http.Request, id string) *http.Response {
	if id != "" {
		q := req.URL.Query()
		q.Set("client_id", id)
		req.URL.RawQuery = q.Encode()
	}
	return c.send(req)
}

func (c *client) tokenAs(resource, id string) *http.Response {
	req, err := http.NewRequest(http.MethodGet, endpoint+"?resource="+resource, nil)
	if err != nil {
		return nil
	}
	return c.sendAs(req, id)
}

func (c *client) always(req *http.Request, id string) *http.Response {
	req.URL.RawQuery += "&client_id=" + id
	return c.send(req)
}

func (c *client) tokenAlways(resource, id string) *http.Response {
	req, err := http.NewRequest(http.MethodGet, endpoint+"?resource="+resource, nil)
	if err != nil {
		return nil
	}
	return c.always(req, id)
}

func (c *client) replaced(req *http.Request, u *url.URL) *http.Response {
	req.URL = u
	return c.send(req)
}

func (c *client) tokenReplaced(u *url.URL) *http.Response {
	req, err := http.NewRequest(http.MethodGet, endpoint+"?resource=https://vault.azure.net", nil)
	if err != nil {
		return nil
	}
	return c.replaced(req, u)
}
