// Package restclient has clients that add to every request.
package restclient

import "github.com/go-resty/resty/v2"

const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token"

func clientWithID(resource, id string) (*resty.Response, error) {
	client := resty.New().SetQueryParam("client_id", id)
	return client.R().SetQueryParam("resource", resource).Get(endpoint)
}

func hook(resource, id string) (*resty.Response, error) {
	client := resty.New().OnBeforeRequest(func(_ *resty.Client, req *resty.Request) error {
		req.SetQueryParam("client_id", id)
		return nil
	})
	return client.R().SetQueryParam("resource", resource).Get(endpoint)
}

type holder struct{ client *resty.Client }

func newHolder(id string) *holder {
	return &holder{client: resty.New().SetQueryParam("client_id", id)}
}

func (h *holder) token(resource string) (*resty.Response, error) {
	return h.client.R().SetQueryParam("resource", resource).Get(endpoint)
}

func known(resource string) (*resty.Response, error) {
	return resty.New().R().SetQueryParam("resource", resource).Get(endpoint) // want "token request names no identity"
}
