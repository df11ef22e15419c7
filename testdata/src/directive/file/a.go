// Package file has a directive above the package clause, for all of the file.
//
//whichid:ignore credential -- samples, never deployed
package file

import (
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

var first, firstErr = azidentity.NewManagedIdentityCredential(nil)

func second() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil)
}

func url() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net") // want "names no identity"
}
