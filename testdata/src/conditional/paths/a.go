// Package paths sets the ID on some paths only.
package paths

import (
	"net/http"
	"net/url"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func field(id string) (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	if id != "" {
		opts.ID = azidentity.ClientID(id)
	}
	return azidentity.NewManagedIdentityCredential(opts) // want "names an identity on some paths only"
}

func options(id string) (*azidentity.ManagedIdentityCredential, error) {
	var opts *azidentity.ManagedIdentityCredentialOptions
	if id != "" {
		opts = &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)}
	}
	return azidentity.NewManagedIdentityCredential(opts) // want "names an identity on some paths only"
}

func kind(client, resource string) (*azidentity.ManagedIdentityCredential, error) {
	var id azidentity.ManagedIDKind
	if client != "" {
		id = azidentity.ClientID(client)
	} else if resource != "" {
		id = azidentity.ResourceID(resource)
	}
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: id}) // want "names an identity on some paths only"
}

func choice(kind, id string) (*azidentity.ManagedIdentityCredential, error) {
	opts := azidentity.ManagedIdentityCredentialOptions{}
	switch kind {
	case "client":
		opts.ID = azidentity.ClientID(id)
	case "resource":
		opts.ID = azidentity.ResourceID(id)
	}
	return azidentity.NewManagedIdentityCredential(&opts) // want "names an identity on some paths only"
}

func laterRound(ids []string) {
	var opts azidentity.ManagedIdentityCredentialOptions
	for _, id := range ids {
		azidentity.NewManagedIdentityCredential(&opts) // want "names an identity on some paths only"
		opts.ID = azidentity.ClientID(id)
	}
}

func helper(id string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(optionsFor(id)) // want "names an identity on some paths only"
}

func optionsFor(id string) *azidentity.ManagedIdentityCredentialOptions {
	if id == "" {
		return nil
	}
	return &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)}
}

func query(id string) (*http.Response, error) {
	v := url.Values{"resource": {"https://vault.azure.net"}}
	if id != "" {
		v.Set("client_id", id)
	}
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + v.Encode()) // want "names an identity on some paths only"
}

func concatenated(id string) (*http.Response, error) {
	address := "http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net" // want "names an identity on some paths only"
	if id != "" {
		address += "&client_id=" + id
	}
	return http.Get(address)
}

func always(id string) (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID("default")}
	if id != "" {
		opts.ID = azidentity.ClientID(id)
	}
	return azidentity.NewManagedIdentityCredential(opts)
}

func checked(id string) (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	if id == "" {
		return nil, nil
	}
	opts.ID = azidentity.ClientID(id)
	return azidentity.NewManagedIdentityCredential(opts)
}

func unknown(id string, options *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	if id != "" {
		options.ID = azidentity.ClientID(id)
	}
	return azidentity.NewManagedIdentityCredential(options)
}
