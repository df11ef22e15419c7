// Package prepare asks with go-autorest's preparers.
package prepare

import (
	"net/http"

	"github.com/Azure/go-autorest/autorest"
)

func prepared(client autorest.Client, resource string) (*http.Response, error) {
	req, err := autorest.Prepare(&http.Request{},
		autorest.AsGet(),
		autorest.WithBaseURL("http://169.254.169.254"), // want "token request names no identity"
		autorest.WithPath("/metadata/identity/oauth2/token"),
		autorest.WithHeader("Metadata", "true"),
		autorest.WithQueryParameters(map[string]interface{}{"api-version": "2018-02-01", "resource": resource}))
	if err != nil {
		return nil, err
	}
	return client.Send(req)
}

func preparedWithID(sender autorest.Sender, resource, id string) (*http.Response, error) {
	req, err := autorest.Prepare(&http.Request{},
		autorest.WithBaseURL("http://169.254.169.254"),
		autorest.WithPath("/metadata/identity/oauth2/token"),
		autorest.WithQueryParameters(map[string]interface{}{"client_id": id, "resource": resource}))
	if err != nil {
		return nil, err
	}
	return autorest.SendWithSender(sender, req)
}

func preparer(sender autorest.Sender, resource string) (*http.Response, error) {
	parameters := map[string]interface{}{
		"api-version": "2018-02-01",
		"resource":    resource,
	}
	p := autorest.CreatePreparer(
		autorest.AsGet(),
		autorest.WithBaseURL("http://169.254.169.254/metadata/identity/oauth2/token"), // want "token request names no identity"
		autorest.WithQueryParameters(parameters))
	req, err := p.Prepare(&http.Request{})
	if err != nil {
		return nil, err
	}
	return autorest.SendWithSender(sender, req)
}

func unknown(sender autorest.Sender, more autorest.PrepareDecorator) (*http.Response, error) {
	req, err := autorest.Prepare(&http.Request{},
		autorest.WithBaseURL("http://169.254.169.254/metadata/identity/oauth2/token"),
		autorest.WithQueryParameters(map[string]interface{}{"resource": "https://vault.azure.net"}),
		more)
	if err != nil {
		return nil, err
	}
	return autorest.SendWithSender(sender, req)
}
