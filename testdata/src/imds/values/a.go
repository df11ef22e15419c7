// Package values has url.Values in all their forms.
package values

import (
	"maps"
	"net/http"
	"net/url"
)

const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token"

func defaults() url.Values {
	return url.Values{"api-version": {"2018-02-01"}, "resource": {"https://vault.azure.net"}}
}

func helper() (*http.Response, error) {
	return http.Get(endpoint + "?" + defaults().Encode()) // want "token request names no identity"
}

func helperThenID(id string) (*http.Response, error) {
	q := defaults()
	q.Set("client_id", id)
	return http.Get(endpoint + "?" + q.Encode())
}

func fill(q url.Values, resource string) {
	q.Set("api-version", "2018-02-01")
	q.Set("resource", resource)
}

func filled(resource string) (*http.Response, error) {
	q := url.Values{}
	fill(q, resource)
	return http.Get(endpoint + "?" + q.Encode()) // want "token request names no identity"
}

func fillID(q url.Values, id string) { q.Set("client_id", id) }

func filledID(resource, id string) (*http.Response, error) {
	q := url.Values{}
	fill(q, resource)
	fillID(q, id)
	return http.Get(endpoint + "?" + q.Encode())
}

func indexed(resource string) (*http.Response, error) {
	q := url.Values{}
	q["api-version"] = []string{"2018-02-01"}
	q["resource"] = []string{resource}
	return http.Get(endpoint + "?" + q.Encode()) // want "token request names no identity"
}

func indexedID(resource, id string) (*http.Response, error) {
	q := url.Values{}
	q["resource"] = []string{resource}
	q["client_id"] = []string{id}
	return http.Get(endpoint + "?" + q.Encode())
}

func ranged(resource string) (*http.Response, error) {
	q := url.Values{}
	for key, value := range map[string]string{"api-version": "2018-02-01", "resource": resource} {
		q.Set(key, value)
	}
	return http.Get(endpoint + "?" + q.Encode()) // want "token request names no identity"
}

func rangedID(resource, id string) (*http.Response, error) {
	q := url.Values{}
	for key, value := range map[string]string{"client_id": id, "resource": resource} {
		q.Add(key, value)
	}
	return http.Get(endpoint + "?" + q.Encode())
}

func rangedUnknown(params map[string]string) (*http.Response, error) {
	q := url.Values{"resource": {"https://vault.azure.net"}}
	for key, value := range params {
		q[key] = []string{value}
	}
	return http.Get(endpoint + "?" + q.Encode())
}

func rangedPairs(resource string) (*http.Response, error) {
	q := url.Values{}
	for _, pair := range [][2]string{{"api-version", "2018-02-01"}, {"resource", resource}} {
		q.Set(pair[0], pair[1])
	}
	return http.Get(endpoint + "?" + q.Encode()) // want "token request names no identity"
}

func copied(resource string) (*http.Response, error) {
	q := url.Values{"api-version": {"2018-02-01"}}
	maps.Copy(q, url.Values{"resource": {resource}})
	return http.Get(endpoint + "?" + q.Encode()) // want "token request names no identity"
}

func copiedID(resource, id string) (*http.Response, error) {
	q := url.Values{"resource": {resource}}
	maps.Copy(q, url.Values{"client_id": {id}})
	return http.Get(endpoint + "?" + q.Encode())
}

func copiedUnknown(more url.Values) (*http.Response, error) {
	q := url.Values{"resource": {"https://vault.azure.net"}}
	maps.Copy(q, more)
	return http.Get(endpoint + "?" + q.Encode())
}

func cloned(id string) (*http.Response, error) {
	q := url.Values{"resource": {"https://vault.azure.net"}}
	other := maps.Clone(q)
	other.Set("client_id", id)
	return http.Get(endpoint + "?" + q.Encode()) // want "token request names no identity"
}

func clonedID(id string) (*http.Response, error) {
	q := maps.Clone(url.Values{"resource": {"https://vault.azure.net"}})
	q.Set("client_id", id)
	return http.Get(endpoint + "?" + q.Encode())
}

func converted(resource string) (*http.Response, error) {
	q := map[string][]string{"resource": {resource}}
	return http.Get(endpoint + "?" + url.Values(q).Encode()) // want "token request names no identity"
}

func parsed(resource string) (*http.Response, error) {
	q, err := url.ParseQuery("api-version=2018-02-01")
	if err != nil {
		return nil, err
	}
	q.Set("resource", resource)
	return http.Get(endpoint + "?" + q.Encode()) // want "token request names no identity"
}

func parsedID(resource, id string) (*http.Response, error) {
	q, err := url.ParseQuery("api-version=2018-02-01&client_id=" + id)
	if err != nil {
		return nil, err
	}
	q.Set("resource", resource)
	return http.Get(endpoint + "?" + q.Encode())
}

func empty(resource string) (*http.Response, error) {
	q := url.Values{"resource": {resource}, "client_id": {""}}
	return http.Get(endpoint + "?" + q.Encode()) // want "token request gives an ID that the endpoint does not read"
}

func none(resource string) (*http.Response, error) {
	q := url.Values{"resource": {resource}, "client_id": {}}
	return http.Get(endpoint + "?" + q.Encode()) // want "token request names no identity"
}

func asked(resource string) (*http.Response, error) {
	q := url.Values{"resource": {resource}}
	if !q.Has("api-version") {
		q.Set("api-version", "2018-02-01")
	}
	return http.Get(endpoint + "?" + q.Encode()) // want "token request names no identity"
}

func someResource(resource string) (*http.Response, error) {
	q := url.Values{"api-version": {"2018-02-01"}}
	if resource != "" {
		q.Set("resource", resource)
	}
	return http.Get(endpoint + "?" + q.Encode()) // want "token request names no identity"
}

func added(id string) (*http.Response, error) {
	q := url.Values{"resource": {"https://vault.azure.net"}, "client_id": {id}}
	q.Add("client_id", "")
	return http.Get(endpoint + "?" + q.Encode())
}

func assigned(id string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, endpoint, nil)
	if err != nil {
		return nil, err
	}
	req.URL.RawQuery = url.Values{"resource": {"https://vault.azure.net"}, "object_id": {id}}.Encode()
	return http.DefaultClient.Do(req)
}

func assignedNone() (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, endpoint, nil) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	req.URL.RawQuery = url.Values{"resource": {"https://vault.azure.net"}, "api-version": {"2018-02-01"}}.Encode()
	return http.DefaultClient.Do(req)
}
