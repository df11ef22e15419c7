// Package platforms asks where the host decides: silence.
package platforms

import (
	"net/http"
	"os"
	"strings"
)

// Azure Arc answers in two steps: the first answer names a file that holds a key.
func arc(resource string) (*http.Response, error) {
	endpoint := os.Getenv("IDENTITY_ENDPOINT")
	if os.Getenv("IMDS_ENDPOINT") == "" {
		endpoint = "http://localhost:40342/metadata/identity/oauth2/token"
	}
	req, err := http.NewRequest("GET", endpoint+"?api-version=2020-06-01&resource="+resource, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Metadata", "true")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	_, file, _ := strings.Cut(resp.Header.Get("Www-Authenticate"), "=")
	key, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Basic "+string(key))
	return http.DefaultClient.Do(req)
}

// The file speaks of Arc, so that this may be it, too.
func similar(resource string) (*http.Response, error) {
	return http.Get(os.Getenv("IDENTITY_ENDPOINT") + "?api-version=2019-08-01&resource=" + resource)
}
