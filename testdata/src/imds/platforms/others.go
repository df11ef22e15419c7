package platforms

import (
	"net/http"
	"net/url"
	"os"
	"strings"
)

func cloudShell(resource string) (*http.Response, error) {
	body := url.Values{"resource": {resource}}
	req, err := http.NewRequest(http.MethodPost, os.Getenv("MSI_ENDPOINT"), strings.NewReader(body.Encode()))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Metadata", "true")
	return http.DefaultClient.Do(req)
}

func cloudShellForm(resource string) (*http.Response, error) {
	return http.PostForm(os.Getenv("MSI_ENDPOINT"), url.Values{"resource": {resource}})
}

func serviceFabric(resource string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, os.Getenv("IDENTITY_ENDPOINT"), nil)
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	q.Set("api-version", "2019-07-01-preview")
	q.Set("resource", resource)
	req.URL.RawQuery = q.Encode()
	req.Header.Set("Secret", os.Getenv("IDENTITY_HEADER"))
	return http.DefaultClient.Do(req)
}

// The virtual machine extension of old, which is gone.
func extension(resource string) (*http.Response, error) {
	return http.Get("http://localhost:50342/oauth2/token?resource=" + resource)
}
