// Package resty is a stub of the real one (v3).
package resty

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

// Client sends requests.
type Client struct{}

// New returns a client.
func New() *Client { return &Client{} }

// NewWithClient returns a client around another one.
func NewWithClient(*http.Client) *Client { return &Client{} }

// R returns a request.
func (c *Client) R() *Request { return &Request{client: c} }

// SetBaseURL sets what relative URLs begin with.
func (c *Client) SetBaseURL(string) *Client { return c }

// SetHeader sets a header of all requests.
func (c *Client) SetHeader(_, _ string) *Client { return c }

// SetTimeout sets how long to wait.
func (c *Client) SetTimeout(time.Duration) *Client { return c }

// SetQueryParam sets a parameter of all requests.
func (c *Client) SetQueryParam(_, _ string) *Client { return c }

// SetQueryParams sets parameters of all requests.
func (c *Client) SetQueryParams(map[string]string) *Client { return c }

// A RequestMiddleware changes requests.
type RequestMiddleware func(*Client, *Request) error

// AddRequestMiddleware lets a function change requests.
func (c *Client) AddRequestMiddleware(RequestMiddleware) *Client { return c }

// Request is a request.
type Request struct {
	client      *Client
	URL         string
	Method      string
	QueryParams url.Values
}

// SetContext sets the context.
func (r *Request) SetContext(context.Context) *Request { return r }

// SetHeader sets a header.
func (r *Request) SetHeader(_, _ string) *Request { return r }

// SetHeaders sets headers.
func (r *Request) SetHeaders(map[string]string) *Request { return r }

// SetBody sets the body.
func (r *Request) SetBody(any) *Request { return r }

// SetResult sets where the answer goes.
func (r *Request) SetResult(any) *Request { return r }

// SetQueryParam sets a parameter of the query.
func (r *Request) SetQueryParam(_, _ string) *Request { return r }

// SetQueryParams sets parameters of the query.
func (r *Request) SetQueryParams(map[string]string) *Request { return r }

// SetQueryParamsFromValues sets parameters of the query.
func (r *Request) SetQueryParamsFromValues(url.Values) *Request { return r }

// SetQueryString sets the query.
func (r *Request) SetQueryString(string) *Request { return r }

// SetURL sets the URL.
func (r *Request) SetURL(string) *Request { return r }

// SetMethod sets the method.
func (r *Request) SetMethod(string) *Request { return r }

// Get sends the request.
func (r *Request) Get(string) (*Response, error) { return nil, nil }

// Head sends the request.
func (r *Request) Head(string) (*Response, error) { return nil, nil }

// Post sends the request.
func (r *Request) Post(string) (*Response, error) { return nil, nil }

// Send sends the request.
func (r *Request) Send() (*Response, error) { return nil, nil }

// Execute sends the request.
func (r *Request) Execute(_, _ string) (*Response, error) { return nil, nil }

// Response is an answer.
type Response struct{}

// String returns the body.
func (r *Response) String() string { return "" }
