// Package cleanhttp is a stub of the real one (v0.5).
package cleanhttp

import "net/http"

// DefaultClient returns a client that shares nothing.
func DefaultClient() *http.Client { return &http.Client{} }

// DefaultPooledClient returns a client that keeps connections.
func DefaultPooledClient() *http.Client { return &http.Client{} }
