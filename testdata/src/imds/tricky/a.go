// Package tricky names the identity in ways that are easy to overlook, or asks for something else: silence.
package tricky

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"text/template"
)

const base = "http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net"

func replaced(id string) (*http.Response, error) {
	return http.Get(strings.Replace(base, "?", "?client_id="+id+"&", 1))
}

func replacer(id string) (*http.Response, error) {
	return http.Get(strings.NewReplacer("$ID", id).Replace(base + "$ID"))
}

func trimmed(id string) (*http.Response, error) {
	return http.Get(strings.TrimSuffix(base, "/") + "&client_id=" + id)
}

func builder(id string) (*http.Response, error) {
	var b strings.Builder
	b.WriteString(base)
	b.WriteString("&client_id=")
	b.WriteString(id)
	return http.Get(b.String())
}

func written(id string) (*http.Response, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s&client_id=%s", base, id)
	return http.Get(b.String())
}

func buffer(id string) (*http.Response, error) {
	b := bytes.NewBufferString(base)
	io.WriteString(b, "&client_id="+id)
	return http.Get(b.String())
}

func appended(id string) (*http.Response, error) {
	b := []byte(base)
	b = append(b, "&client_id="...)
	b = append(b, id...)
	return http.Get(string(b))
}

func templated(data any) (*http.Response, error) {
	var b strings.Builder
	template.Must(template.New("").Parse(base+"&client_id={{.ID}}")).Execute(&b, data)
	return http.Get(b.String())
}

func expanded() (*http.Response, error) {
	return http.Get(os.ExpandEnv(base + "$SUFFIX"))
}

func inLoop(pairs []string) (*http.Response, error) {
	u := base
	for _, pair := range pairs {
		u += "&" + pair
	}
	return http.Get(u)
}

func inClosure(id string) (*http.Response, error) {
	u := base
	add := func(s string) { u += s }
	add("&client_id=" + id)
	return http.Get(u)
}

func byPointer(id string) (*http.Response, error) {
	u := base
	name(&u, id)
	return http.Get(u)
}

func name(u *string, id string) { *u += "&client_id=" + id }

func helper(id string) (*http.Response, error) {
	return http.Get(withID(base, id))
}

func withID(u, id string) string { return u + "&client_id=" + id }

func requestChanged(id string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base, nil)
	if err != nil {
		return nil, err
	}
	req.URL.RawQuery += "&client_id=" + id
	return http.DefaultClient.Do(req)
}

func urlReplaced(id string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base, nil)
	if err != nil {
		return nil, err
	}
	req.URL, err = url.Parse(base + "&client_id=" + id)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func cloned(ctx context.Context, id string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base, nil)
	if err != nil {
		return nil, err
	}
	other := req.Clone(ctx)
	other.URL.RawQuery += "&client_id=" + id
	return http.DefaultClient.Do(other)
}

func addID(req *http.Request, id string) {
	q := req.URL.Query()
	q.Set("client_id", id)
	req.URL.RawQuery = q.Encode()
}

func requestFilled(id string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base, nil)
	if err != nil {
		return nil, err
	}
	addID(req, id)
	return http.DefaultClient.Do(req)
}

type token struct{ req *http.Request }

func (t token) add(id string) { addID(t.req, id) }

func requestInStruct(id string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base, nil)
	if err != nil {
		return nil, err
	}
	t := token{req}
	t.add(id)
	return http.DefaultClient.Do(t.req)
}

func queryCopied(id string) (*http.Response, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	q := u.Query()
	for key, value := range map[string]string{"client_id": id} {
		q.Set(key, value)
	}
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}

func queryDropped(query string) (*http.Response, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	u.RawQuery = query
	return http.Get(u.String())
}

func pathReplaced() (*http.Response, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	u.Path = "/metadata/instance"
	return http.Get(u.String())
}

func hostReplaced() (*http.Response, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	u.Host = "localhost:40342"
	return http.Get(u.String())
}

func platform() (*http.Response, error) {
	host := "http://169.254.169.254/metadata/identity/oauth2/token"
	if endpoint := os.Getenv("IDENTITY_ENDPOINT"); endpoint != "" {
		host = endpoint
	}
	return http.Get(host + "?resource=https://vault.azure.net&client_id=" + os.Getenv("ID"))
}

func bodyOnly(id string) (*http.Response, error) {
	return http.Post("http://localhost:50342/oauth2/token", "application/x-www-form-urlencoded", strings.NewReader("resource=https://vault.azure.net&client_id="+id))
}

func formed(id string) (*http.Response, error) {
	return http.PostForm("http://169.254.169.254/metadata/identity/oauth2/token", url.Values{"resource": {"https://vault.azure.net"}, "client_id": {id}})
}

func swapped(id string) (*http.Response, error) {
	a, b := base, base+"&client_id="+id
	a, b = b, a
	println(b)
	return http.Get(a)
}

func merged(values url.Values) (*http.Response, error) {
	q := url.Values{"resource": {"https://vault.azure.net"}}
	for key := range values {
		q[key] = values[key]
	}
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + q.Encode())
}

func joined(more ...string) (*http.Response, error) {
	all := append([]string{"resource=https://vault.azure.net"}, more...)
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + strings.Join(all, "&"))
}
