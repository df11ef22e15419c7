// Package url has an ID in scope of a request.
package url

import (
	"fmt"
	"net/http"
)

func get(managedIdentityClientID string) (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net") // want "names no identity"
}

func formatted(resource, managedIdentityClientID string) (*http.Response, error) {
	return http.Get(fmt.Sprintf("http://169.254.169.254/metadata/identity/oauth2/token?resource=%s", resource)) // want "names no identity"
}
