// Package building makes the URL from pieces.
package building

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"
	"text/template"
)

const (
	host     = "http://169.254.169.254"
	address  = host + "/metadata/identity/oauth2/token"
	layout   = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource={resource}"
	withHole = layout + "&client_id={id}"
)

func builder(resource string) (*http.Response, error) {
	var b strings.Builder
	b.Grow(100)
	b.WriteString(address) // want "token request names no identity"
	b.WriteByte('?')
	b.WriteString("api-version=2018-02-01")
	b.WriteRune('&')
	b.WriteString("resource=" + resource)
	return http.Get(b.String())
}

func builderWithID(resource, id string) (*http.Response, error) {
	b := new(strings.Builder)
	b.WriteString(address)
	b.WriteString("?resource=" + resource)
	b.WriteByte('&')
	b.WriteString("client_id=" + id)
	return http.Get(b.String())
}

func buffer(resource string) (*http.Response, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s?api-version=%s&resource=%s", address, "2018-02-01", resource) // want "token request names no identity"
	return http.Get(b.String())
}

func bufferOf(resource string) (*http.Response, error) {
	b := bytes.NewBufferString(address) // want "token request names no identity"
	io.WriteString(b, "?resource="+resource)
	return http.Get(b.String())
}

func reset(id string) (*http.Response, error) {
	var b strings.Builder
	b.WriteString("client_id=" + id)
	b.Reset()
	b.WriteString(address + "?resource=https://vault.azure.net") // want "token request names no identity"
	return http.Get(b.String())
}

func builderElsewhere(write func(*strings.Builder)) (*http.Response, error) {
	var b strings.Builder
	b.WriteString(address + "?resource=https://vault.azure.net")
	write(&b)
	return http.Get(b.String())
}

func byteSlice(resource string) (*http.Response, error) {
	b := []byte(address + "?resource=") // want "token request names no identity"
	b = append(b, resource...)
	return http.Get(string(b))
}

func appendf(resource string) (*http.Response, error) {
	b := fmt.Appendf(nil, "http://169.254.169.254/metadata/identity/oauth2/token?resource=%s", resource) // want "token request names no identity"
	return http.Get(string(b))
}

func replaced(resource string) (*http.Response, error) {
	return http.Get(strings.Replace(layout, "{resource}", resource, 1)) // want "token request names no identity"
}

func replacedAll(resource string) (*http.Response, error) {
	return http.Get(strings.ReplaceAll(layout, "{resource}", url.QueryEscape(resource))) // want "token request names no identity"
}

func replacedID(resource, id string) (*http.Response, error) {
	return http.Get(strings.ReplaceAll(strings.ReplaceAll(withHole, "{resource}", resource), "{id}", id))
}

func replacer(resource string) (*http.Response, error) {
	return http.Get(strings.NewReplacer("{resource}", resource).Replace(layout)) // want "token request names no identity"
}

func replacerWithID(resource, id string) (*http.Response, error) {
	return http.Get(strings.NewReplacer("{resource}", resource, "{id}", id).Replace(withHole))
}

func replacerUnknown(pairs ...string) (*http.Response, error) {
	return http.Get(strings.NewReplacer(pairs...).Replace(layout))
}

func replacedUnknown(old, more string) (*http.Response, error) {
	return http.Get(strings.Replace(layout, old, more, 1))
}

func templated(data any) (*http.Response, error) {
	var b bytes.Buffer
	if err := template.Must(template.New("").Parse(layout)).Execute(&b, data); err != nil {
		return nil, err
	}
	return http.Get(b.String())
}

func joinPath(resource string) (*http.Response, error) {
	u, err := url.JoinPath(host, "metadata", "identity/oauth2/token") // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	return http.Get(u + "?resource=" + resource)
}

func joinedURL(resource string) (*http.Response, error) {
	base, err := url.Parse(host) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	u := base.JoinPath("/metadata/identity", "oauth2", "token")
	u.RawQuery = "resource=" + url.QueryEscape(resource)
	return http.Get(u.String())
}

func joinedWithID(resource, id string) (*http.Response, error) {
	base, err := url.Parse(host)
	if err != nil {
		return nil, err
	}
	u := base.JoinPath("/metadata/identity/oauth2/token")
	u.RawQuery = "resource=" + url.QueryEscape(resource) + "&client_id=" + id
	return http.Get(u.String())
}

func pathJoin(resource string) (*http.Response, error) {
	u := url.URL{Scheme: "http", Host: "169.254.169.254", Path: path.Join("/metadata", "identity", "oauth2", "token")} // want "token request names no identity"
	u.RawQuery = "resource=" + resource
	return http.Get(u.String())
}

func resolved(resource string) (*http.Response, error) {
	base, err := url.Parse("http://169.254.169.254/metadata/")
	if err != nil {
		return nil, err
	}
	u := base.ResolveReference(&url.URL{Path: "/metadata/identity/oauth2/token", RawQuery: "resource=" + resource}) // want "token request names no identity"
	return http.Get(u.String())
}

func resolvedText(resource string) (*http.Response, error) {
	base, err := url.Parse("http://169.254.169.254")
	if err != nil {
		return nil, err
	}
	u, err := base.Parse("/metadata/identity/oauth2/token?resource=" + resource) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	return http.Get(u.String())
}

func resolvedWithID(resource, id string) (*http.Response, error) {
	base, err := url.Parse("http://169.254.169.254/metadata/identity/")
	if err != nil {
		return nil, err
	}
	u, err := base.Parse("oauth2/token?resource=" + resource + "&object_id=" + id)
	if err != nil {
		return nil, err
	}
	return http.Get(u.String())
}

func formatted(resource string, port int) (*http.Response, error) {
	return http.Get(fmt.Sprintf("http://169.254.169.254:%d/metadata/identity/oauth2/token?resource=%s", port, url.QueryEscape(resource))) // want "token request names no identity"
}

func listed(resource string) (*http.Response, error) {
	pairs := []string{"api-version=2018-02-01"}
	pairs = append(pairs, "resource="+resource)
	return http.Get(address + "?" + strings.Join(pairs, "&")) // want "token request names no identity"
}

func loop(resources []string) error {
	for _, resource := range resources {
		u := address + "?resource=" + resource // want "token request names no identity"
		if _, err := http.Get(u); err != nil {
			return err
		}
	}
	return nil
}
