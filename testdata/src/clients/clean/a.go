// Package clean asks with clients of go-cleanhttp.
package clean

import "github.com/hashicorp/go-cleanhttp"

func get() error {
	resp, err := cleanhttp.DefaultClient().Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net") // want "token request names no identity"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func getWithID(id string) error {
	resp, err := cleanhttp.DefaultPooledClient().Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&client_id=" + id)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
