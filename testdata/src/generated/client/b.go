package client

import (
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func written() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

// The text is generated, the request is not.
func request() (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, tokenURL, nil) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}
