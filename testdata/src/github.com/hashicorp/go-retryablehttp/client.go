// Package retryablehttp is a stub of the real one (v0.7).
package retryablehttp

import (
	"context"
	"net/http"
	"net/url"
)

// Client sends requests, again and again.
type Client struct {
	HTTPClient *http.Client
	RetryMax   int
}

// NewClient returns a client.
func NewClient() *Client { return &Client{} }

// Request is a request that can be sent again.
type Request struct {
	body func()
	*http.Request
}

// WithContext returns the request with a context.
func (r *Request) WithContext(context.Context) *Request { return r }

// SetBody sets the body.
func (r *Request) SetBody(interface{}) error { return nil }

// FromRequest makes a request of one.
func FromRequest(r *http.Request) (*Request, error) { return &Request{Request: r}, nil }

// NewRequest returns a request.
func NewRequest(method, url string, rawBody interface{}) (*Request, error) { return nil, nil }

// NewRequestWithContext returns a request.
func NewRequestWithContext(ctx context.Context, method, url string, rawBody interface{}) (*Request, error) {
	return nil, nil
}

// Do sends a request.
func (c *Client) Do(*Request) (*http.Response, error) { return nil, nil }

// Get sends a request.
func (c *Client) Get(string) (*http.Response, error) { return nil, nil }

// StandardClient returns a client of net/http.
func (c *Client) StandardClient() *http.Client { return nil }

// Get sends a request.
func Get(string) (*http.Response, error) { return nil, nil }

// PostForm sends a form.
func PostForm(string, url.Values) (*http.Response, error) { return nil, nil }
