// Package literal asks for tokens at URLs in one piece.
package literal

import (
	"context"
	"net/http"
	"os"
)

func get() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net") // want "token request names no identity"
}

func request(client *http.Client) (*http.Response, error) {
	req, _ := http.NewRequest("GET", "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fmanagement.azure.com%2F", nil) // want "token request names no identity"
	return client.Do(req)
}

func returned() (*http.Request, error) {
	return http.NewRequest("GET", "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fmanagement.azure.com%2F", nil) // want "token request names no identity"
}

func withContext(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net", nil) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	req.Header.Set("Metadata", "true")
	return http.DefaultClient.Do(req)
}

func clientGet(client *http.Client) (*http.Response, error) {
	return client.Get("http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net") // want "token request names no identity"
}

func head() (*http.Response, error) {
	return http.Head("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net") // want "token request names no identity"
}

func variable() (*http.Response, error) {
	url := "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net" // want "token request names no identity"
	return http.Get(url)
}

func raw() (*http.Response, error) {
	return http.Get(`http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net`) // want "token request names no identity"
}

func mixedCase() (*http.Response, error) {
	return http.Get("http://169.254.169.254/Metadata/Identity/OAuth2/Token?api-version=2018-02-01&resource=https://vault.azure.net") // want "token request names no identity"
}

// The endpoint answers no request without a resource: this looks whether it is there.
func probe() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token")
}

func lastSlash() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token/?api-version=2018-02-01&resource=https://vault.azure.net") // want "token request names no identity"
}

func client() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net&client_id=" + os.Getenv("ID"))
}

func inLiteral() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?client_id=4e0b7a4c-3c1e-4e0b-9c55-1f0a6d3e2b11&resource=https://vault.azure.net")
}

func object(id string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?object_id=" + id + "&resource=https://vault.azure.net")
}

func principal(id string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&principal_id=" + id)
}

func resource(id string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&msi_res_id=" + id)
}

func resourceOld(id string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&mi_res_id=" + id)
}
