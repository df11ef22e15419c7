package metadata

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
)

// A Server is a host on loopback. It is the proxy of the programs that run on it, so that they need not be told another address
// than the real one, and nothing that honours a proxy gets past it.
type Server struct {
	host  Host
	http  *httptest.Server
	mu    sync.Mutex
	count int
	stray []string
}

// An answer is what an endpoint says: a status and JSON.
type answer struct {
	status int
	body   map[string]any
}

// Start starts a host.
func Start(host Host) *Server {
	s := &Server{host: host}
	s.http = httptest.NewServer(s)
	return s
}

// Close ends it.
func (s *Server) Close() { s.http.Close() }

// Environment is what a program needs to see the host, and nothing else: a proxy for every request, in both spellings, because
// curl takes http_proxy in lower case only.
func (s *Server) Environment(appService bool) []string {
	out := []string{
		"HTTP_PROXY=" + s.http.URL, "http_proxy=" + s.http.URL,
		"HTTPS_PROXY=" + s.http.URL, "https_proxy=" + s.http.URL,
	}
	if appService {
		out = append(out, "IDENTITY_ENDPOINT="+s.http.URL+"/msi/token", "IDENTITY_HEADER="+header)
	}
	return out
}

// Requests returns how many requests it answered.
func (s *Server) Requests() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.count
}

// Strays returns the requests that the host has no answer to: to another address, to another path, or such as nobody has written
// down what the real endpoint answers.
func (s *Server) Strays() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.stray)
}

// ServeHTTP answers a request to an endpoint, whether it came through the proxy or, as on App Service, to the address itself.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	said, ok := s.answer(r)
	s.mu.Lock()
	defer s.mu.Unlock()
	if !ok {
		s.stray = append(s.stray, fmt.Sprintf("%s %s (host %s)", r.Method, r.RequestURI, r.Host))
		w.WriteHeader(http.StatusForbidden)
		return
	}
	s.count++
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(said.status)
	if err := json.NewEncoder(w).Encode(said.body); err != nil {
		s.stray = append(s.stray, err.Error())
	}
}

func (s *Server) answer(r *http.Request) (answer, bool) {
	switch r.Host + r.URL.Path {
	case "169.254.169.254/metadata/identity/oauth2/token":
		return s.host.imds(r)
	case s.http.Listener.Addr().String() + "/msi/token":
		return s.host.appService(r)
	}
	return answer{}, false
}
