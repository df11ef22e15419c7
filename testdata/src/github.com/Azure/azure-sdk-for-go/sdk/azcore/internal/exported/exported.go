// Package exported is a stub of the real one.
package exported

import (
	"context"
	"net/http"
)

// Request is a request.
type Request struct{ req *http.Request }

// Raw returns the request of net/http.
func (r *Request) Raw() *http.Request { return r.req }

// WithContext returns the request with a context.
func (r *Request) WithContext(context.Context) *Request { return r }

// Pipeline sends requests.
type Pipeline struct{}

// Do sends a request.
func (p Pipeline) Do(*Request) (*http.Response, error) { return nil, nil }
