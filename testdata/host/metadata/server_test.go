package metadata_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/testdata/host/metadata"
)

const token1 = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01"

var (
	one   = metadata.Identity{ClientID: "client-1", ObjectID: "object-1", ResourceID: "/subscriptions/0/1"}
	other = metadata.Identity{ClientID: "client-2", ObjectID: "object-2", ResourceID: "/subscriptions/0/2"}
)

// The answers of a virtual machine: which identity, or the error as it is in the field, byte by byte.
func TestMachine(t *testing.T) {
	t.Parallel()
	const several = `{"error":"invalid_request","error_description":"Multiple user assigned identities exist, ` +
		`please specify the clientId / resourceId of the identity in the token request"}`
	const unknown = `{"error":"invalid_request","error_description":"Identity not found"}`
	both := []metadata.Identity{one, other}
	for _, c := range []struct {
		name, query string
		host        metadata.Host
		want        string // the client ID of a token, or an error
	}{
		{"nobody", "", metadata.Host{}, unknown},
		{"the only one", "", metadata.Host{Users: both[:1]}, "client-1"},
		{"several", "", metadata.Host{Users: both}, several},
		{"several, an empty ID", "&client_id=", metadata.Host{Users: both}, several},
		{"the system-assigned one before others", "", metadata.Host{System: &other, Users: both[:1]}, "client-2"},
		{"client ID", "&client_id=CLIENT-2", metadata.Host{Users: both}, "client-2"},
		{"object ID", "&object_id=object-2", metadata.Host{Users: both}, "client-2"},
		{"resource ID", "&msi_res_id=/subscriptions/0/2", metadata.Host{Users: both}, "client-2"},
		{"resource ID, as older libraries spell it", "&mi_res_id=/subscriptions/0/2", metadata.Host{Users: both}, "client-2"},
		{"an ID that the host does not have", "&client_id=client-3", metadata.Host{Users: both}, unknown},
		{"a key that is not read", "&clientid=client-2", metadata.Host{Users: both}, several},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			server := metadata.Start(c.host)
			defer server.Close()
			status, body := get(t, server, token1+"&resource=r"+c.query)
			if strings.HasPrefix(c.want, "{") {
				if status != http.StatusBadRequest || body != c.want {
					t.Errorf("%d %s, want 400 %s", status, body, c.want)
				}
				return
			}
			// a token that tells its identity is the longest string between quotes
			longest := slices.MaxFunc(strings.Split(body, `"`), func(a, b string) int { return len(a) - len(b) })
			if got, err := metadata.ClientOf(longest); status != http.StatusOK || err != nil || got != c.want {
				t.Errorf("%d, the token of %q, %v, want that of %s", status, got, err, c.want)
			}
		})
	}
}

// What the host has no answer to, and so must be told of.
func TestStrays(t *testing.T) {
	t.Parallel()
	server := metadata.Start(metadata.Host{System: &one})
	defer server.Close()
	endpoint := variable(server, "IDENTITY_ENDPOINT")
	for _, address := range []string{
		"https://management.azure.com/subscriptions",
		"http://management.azure.com/subscriptions",
		"http://169.254.169.254/metadata/instance?api-version=2021-02-01",
		"http://169.254.169.254/metadata/identity/oauth2/token?api-version=2099-01-01&resource=r",
		token1 + "&resource=r&client_id=client-1&object_id=object-1",
		strings.ReplaceAll(endpoint, "token", "other"),
		endpoint + "?api-version=2019-08-01&resource=r", // no X-IDENTITY-HEADER
	} {
		before := len(server.Strays())
		get(t, server, address)
		if len(server.Strays()) != before+1 {
			t.Errorf("%s is not told of", address)
		}
	}
	if server.Requests() > 0 {
		t.Errorf("%d requests were answered, want none", server.Requests())
	}
}

// get sends a request through the proxy that the server is; a proxy may refuse it.
func get(t *testing.T, server *metadata.Server, address string) (status int, body string) {
	t.Helper()
	proxy, err := url.Parse(variable(server, "HTTP_PROXY"))
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Metadata", "true")
	client := http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(proxy)}}
	defer client.CloseIdleConnections()
	response, err := client.Do(request)
	if err != nil {
		return 0, err.Error()
	}
	content, failed := io.ReadAll(response.Body)
	if err = errors.Join(failed, response.Body.Close()); err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(bytes.TrimSpace(content))
}

// variable returns a variable of the environment that programs on the host have.
func variable(server *metadata.Server, name string) string {
	for _, pair := range server.Environment(true) {
		if value, ok := strings.CutPrefix(pair, name+"="); ok {
			return value
		}
	}
	return ""
}
