// Package named always takes the ID from its caller.
package named

import (
	"net/http"
	"net/url"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func credential(options azcore.ClientOptions, id string) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{
		ClientOptions: options,
		ID:            azidentity.ClientID(id),
	})
}

func request(id string) (*http.Request, error) {
	query := url.Values{"api-version": {"2018-02-01"}, "client_id": {id}}
	return http.NewRequest("GET", "http://169.254.169.254/metadata/identity/oauth2/token?"+query.Encode(), nil)
}

func workload() (azcore.TokenCredential, error) {
	return azidentity.NewWorkloadIdentityCredential(nil)
}
