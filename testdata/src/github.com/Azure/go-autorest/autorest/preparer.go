package autorest

import "net/http"

// Preparer prepares a request.
type Preparer interface {
	Prepare(*http.Request) (*http.Request, error)
}

// Client sends requests.
type Client struct{}

// Send sends a request.
func (c Client) Send(*http.Request) (*http.Response, error) { return nil, nil }

// Sender sends requests.
type Sender interface {
	Do(*http.Request) (*http.Response, error)
}

// SendDecorator changes how a request is sent.
type SendDecorator func(Sender) Sender

// SendWithSender sends a request.
func SendWithSender(s Sender, r *http.Request, decorators ...SendDecorator) (*http.Response, error) {
	return nil, nil
}

// Prepare prepares a request.
func Prepare(r *http.Request, decorators ...PrepareDecorator) (*http.Request, error) { return r, nil }

// CreatePreparer returns a preparer.
func CreatePreparer(decorators ...PrepareDecorator) Preparer { return nil }

// AsGet sets the method.
func AsGet() PrepareDecorator { return nil }

// WithHeader sets a header.
func WithHeader(header string, value string) PrepareDecorator { return nil }

// WithBaseURL sets the URL.
func WithBaseURL(baseURL string) PrepareDecorator { return nil }

// WithPath adds a path.
func WithPath(path string) PrepareDecorator { return nil }

// WithPathParameters adds a path.
func WithPathParameters(path string, pathParameters map[string]interface{}) PrepareDecorator {
	return nil
}

// WithQueryParameters adds to the query.
func WithQueryParameters(queryParameters map[string]interface{}) PrepareDecorator { return nil }
