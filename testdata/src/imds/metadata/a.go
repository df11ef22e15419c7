// Package metadata asks the metadata endpoint by functions that know its address, and take the path and the parameters.
package metadata

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
)

const host = "http://169.254.169.254"

func send(req *http.Request) ([]byte, error) {
	req.Header.Set("Metadata", "true")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Only the path.

func get(path string) ([]byte, error) {
	req, err := http.NewRequest(http.MethodGet, host+path, nil)
	if err != nil {
		return nil, err
	}
	return send(req)
}

func token() ([]byte, error) {
	return get("/metadata/identity/oauth2/token?resource=https://vault.azure.net") // want "token request names no identity"
}

func tokenAs(id string) ([]byte, error) {
	return get("/metadata/identity/oauth2/token?resource=https://vault.azure.net&client_id=" + id)
}

func instance() ([]byte, error) { return get("/metadata/instance?api-version=2021-02-01") }

// A client.

type client struct {
	base string
	http *http.Client
}

func newClient() *client { return &client{base: host + "/metadata", http: http.DefaultClient} }

func (c *client) get(ctx context.Context, path string, q url.Values) ([]byte, error) {
	if q == nil {
		q = url.Values{}
	}
	if q.Get("api-version") == "" {
		q.Set("api-version", "2018-02-01")
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path+"?"+q.Encode(), nil)
	if err != nil {
		return nil, err
	}
	return send(req)
}

func (c *client) token(ctx context.Context, resource string) ([]byte, error) {
	return c.get(ctx, "/identity/oauth2/token", url.Values{"resource": {resource}}) // want "get calls token request and names no identity"
}

func (c *client) tokenAs(ctx context.Context, resource, id string) ([]byte, error) {
	return c.get(ctx, "/identity/oauth2/token", url.Values{"resource": {resource}, "client_id": {id}})
}

func (c *client) compute(ctx context.Context) ([]byte, error) {
	return c.get(ctx, "/instance/compute", nil)
}

// Parameters in a map.

func ask(path string, params map[string]string) ([]byte, error) {
	req, err := http.NewRequest(http.MethodGet, host+path, nil)
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	q.Set("api-version", "2018-02-01")
	for name, param := range params {
		q.Add(name, param)
	}
	req.URL.RawQuery = q.Encode()
	return send(req)
}

func askToken() ([]byte, error) {
	return ask("/metadata/identity/oauth2/token", map[string]string{"resource": "https://vault.azure.net"}) // want "token request names no identity"
}

func askTokenAs(id string) ([]byte, error) {
	return ask("/metadata/identity/oauth2/token", map[string]string{"resource": "https://vault.azure.net", "object_id": id})
}

func askUnknown(params map[string]string) ([]byte, error) {
	return ask("/metadata/identity/oauth2/token", params)
}

func askInstance() ([]byte, error) {
	return ask("/metadata/instance", map[string]string{"format": "text"})
}

// Only what is not empty.

func askFull(params map[string]string) ([]byte, error) {
	q := url.Values{}
	for name, param := range params {
		if param != "" {
			q.Set(name, param)
		}
	}
	return get("/metadata/identity/oauth2/token?" + q.Encode())
}

func askFullToken() ([]byte, error) {
	return askFull(map[string]string{"resource": "https://vault.azure.net"}) // want "askFull calls token request and names no identity"
}

func askFullTokenAs(id string) ([]byte, error) {
	return askFull(map[string]string{"resource": "https://vault.azure.net", "client_id": id})
}

// Copies of other kinds.

func askAny(params map[string]any) ([]byte, error) {
	q := url.Values{"resource": {"https://vault.azure.net"}}
	for name, param := range params {
		q[name] = []string{fmt.Sprint(param)}
	}
	return get("/metadata/identity/oauth2/token?" + q.Encode())
}

func askAnyToken() ([]byte, error) {
	return askAny(map[string]any{"api-version": "2018-02-01"}) // want "askAny calls token request and names no identity"
}

func askAnyTokenAs(id string) ([]byte, error) { return askAny(map[string]any{"client_id": id}) }

func askFirst(params url.Values) ([]byte, error) {
	q := make(url.Values)
	for name, all := range params {
		q.Set(name, all[0])
	}
	return get("/metadata/identity/oauth2/token?" + q.Encode())
}

func askFirstToken() ([]byte, error) {
	return askFirst(url.Values{"resource": {"https://vault.azure.net"}}) // want "askFirst calls token request and names no identity"
}

func askFirstTokenAs(id string) ([]byte, error) {
	return askFirst(url.Values{"resource": {"https://vault.azure.net"}, "client_id": {id}})
}

func askCopied(params url.Values) ([]byte, error) {
	q := url.Values{"api-version": {"2018-02-01"}}
	maps.Copy(q, params)
	return get("/metadata/identity/oauth2/token?" + q.Encode())
}

func askCopiedToken() ([]byte, error) {
	return askCopied(url.Values{"resource": {"https://vault.azure.net"}}) // want "askCopied calls token request and names no identity"
}

func askCopiedTokenAs(id string) ([]byte, error) {
	return askCopied(url.Values{"resource": {"https://vault.azure.net"}, "client_id": {id}})
}

// The copy may leave the ID out, or be more than a copy.

func askSome(params map[string]string, id string) ([]byte, error) {
	q := url.Values{"client_id": {id}}
	for name, param := range params {
		q.Set(name, param)
	}
	return get("/metadata/identity/oauth2/token?" + q.Encode())
}

func askSomeToken(id string) ([]byte, error) {
	return askSome(map[string]string{"resource": "https://vault.azure.net"}, id)
}

func askRenamed(params map[string]string) ([]byte, error) {
	q := url.Values{"resource": {"https://vault.azure.net"}}
	for name, param := range params {
		q.Set(name+"_id", param)
	}
	return get("/metadata/identity/oauth2/token?" + q.Encode())
}

func askRenamedToken(id string) ([]byte, error) { return askRenamed(map[string]string{"client": id}) }

func askTwice(params, more map[string]string) ([]byte, error) {
	q := url.Values{}
	for name, param := range params {
		q.Set(name, param)
	}
	for name, param := range more {
		q.Set(name, param)
	}
	return get("/metadata/identity/oauth2/token?" + q.Encode())
}

func askTwiceToken(id string) ([]byte, error) {
	return askTwice(map[string]string{"client_id": id}, map[string]string{"resource": "https://vault.azure.net"})
}

// Tables of addresses.

var addresses = map[string]string{
	"instance": host + "/metadata/instance?api-version=2021-02-01",
	"token":    host + "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net",
}

func fetch(what string) ([]byte, error) {
	resp, err := http.Get(addresses[what])
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func fetchToken() ([]byte, error) {
	resp, err := http.Get(addresses["token"]) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

var changed = map[string]string{"token": host + "/metadata/identity/oauth2/token?resource=https://vault.azure.net"}

func change(id string) { changed["token"] += "&client_id=" + id }

func fetchChanged() ([]byte, error) {
	resp, err := http.Get(changed["token"])
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
