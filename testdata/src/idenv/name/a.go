// Package name reads another environment variable.
package name

import (
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func credential(managedIdentityClientID string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func request() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net") // want "names no identity"
}
