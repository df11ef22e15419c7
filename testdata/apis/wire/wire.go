// Package wire sees what a library says to the endpoints of managed identities. There is no network: a request ends in the
// process, and is answered with a token.
package wire

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// Keys are the parameters that name an identity, of all endpoints and of all times.
var Keys = []string{"client_id", "clientid", "object_id", "principal_id", "msi_res_id", "mi_res_id"}

// A Recorder answers token requests and remembers them. It is a transport, and a proxy for those who take none.
type Recorder struct {
	mu   sync.Mutex
	asks []url.Values
}

// RoundTrip answers a request of a client that uses the recorder as its transport.
func (r *Recorder) RoundTrip(request *http.Request) (*http.Response, error) {
	recorder := httptest.NewRecorder()
	r.ServeHTTP(recorder, request)
	response := recorder.Result()
	response.Request = request
	return response, nil
}

// ServeHTTP answers a request that came through the proxy. A request without the header Metadata is a probe, which asks
// whether there is an endpoint: azidentity@v1.15.0/managed_identity_client.go.
func (r *Recorder) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	if !strings.HasSuffix(request.URL.Path, "/oauth2/token") || request.Header.Get("Metadata") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	ask := request.URL.Query()
	if request.Body != nil {
		body, _ := io.ReadAll(request.Body)
		form, _ := url.ParseQuery(string(body))
		for key, values := range form {
			ask[key] = append(ask[key], values...)
		}
	}
	r.mu.Lock()
	r.asks = append(r.asks, ask)
	r.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	const seconds = 60 // so little that no cache takes it: MSAL's is the process's, and would swallow the next case's request
	const token = `{"access_token":"t","expires_in":"%d","expires_on":"%d","not_before":"0","resource":"r","token_type":"Bearer"}`
	fmt.Fprintf(w, token, seconds, time.Now().Unix()+seconds)
}

// IDs returns the identity keys of every token request, as one query each.
func (r *Recorder) IDs() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var out []string
	for _, ask := range r.asks {
		ids := make(url.Values)
		for key, values := range ask {
			if slices.Contains(Keys, strings.ToLower(key)) {
				ids[key] = values
			}
		}
		out = append(out, ids.Encode())
	}
	return out
}

// Client returns a client whose requests the recorder answers.
func (r *Recorder) Client() *http.Client { return &http.Client{Transport: r} }

// current answers what comes through the proxy.
var current struct {
	sync.Mutex
	recorder *Recorder
}

// chooses matches the variables that choose an endpoint, an identity or a proxy.
var chooses = regexp.MustCompile(`(?i)^(AZURE|IDENTITY|IMDS|MSI|DEFAULT_IDENTITY)_|_PROXY$`)

// Main is the TestMain of a package that looks at a library. It makes the process its own proxy, for constructors that take no
// client, and removes every variable that could choose an endpoint or an identity.
func Main(m *testing.M) {
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		current.Lock()
		defer current.Unlock()
		current.recorder.ServeHTTP(w, request)
	}))
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if chooses.MatchString(name) {
			os.Unsetenv(name)
		}
	}
	os.Setenv("HTTP_PROXY", proxy.URL)
	os.Setenv("HTTPS_PROXY", proxy.URL)
	code := m.Run()
	proxy.Close()
	os.Exit(code)
}
