package appservice

import (
	"net/http"
	"net/url"
	"os"
)

// Version 2017-09-01 reads clientid.
func legacy(resource string) (*http.Response, error) {
	req, err := http.NewRequest("GET", os.Getenv("MSI_ENDPOINT")+"?api-version=2017-09-01&resource="+resource, nil) // want `token request names no identity: App Service looks for a system-assigned identity, whatever else there is \(add clientid\)`
	if err != nil {
		return nil, err
	}
	req.Header.Set("secret", os.Getenv("MSI_SECRET"))
	return http.DefaultClient.Do(req)
}

func legacyWithID(resource, id string) (*http.Response, error) {
	return http.Get(os.Getenv("MSI_ENDPOINT") + "?api-version=2017-09-01&clientid=" + id + "&resource=" + resource)
}

func legacyWrongKey(resource, id string) (*http.Response, error) {
	return http.Get(os.Getenv("MSI_ENDPOINT") + "?api-version=2017-09-01&client_id=" + id + "&resource=" + resource) // want "token request gives an ID that the endpoint does not read: it wants a clientid with a value"
}

func legacyWrongKeyLast(resource, id string) (*http.Response, error) {
	q := url.Values{"api-version": {"2017-09-01"}, "resource": {resource}}
	q.Set("client_id", id)
	return http.Get(os.Getenv("MSI_ENDPOINT") + "?" + q.Encode()) // want "token request gives an ID that the endpoint does not read"
}

func legacyOtherKey(resource, id string) (*http.Response, error) {
	return http.Get(os.Getenv("MSI_ENDPOINT") + "?api-version=2017-09-01&mi_res_id=" + id + "&resource=" + resource)
}

func legacyValues(resource string) (*http.Response, error) {
	u, err := url.Parse(os.Getenv("MSI_ENDPOINT")) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	u.RawQuery = url.Values{"api-version": {"2017-09-01"}, "resource": {resource}}.Encode()
	return http.Get(u.String())
}
