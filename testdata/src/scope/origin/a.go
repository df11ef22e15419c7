// Package origin has strings in scope of which only the origin says whose ID they are.
package origin

import (
	"flag"
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type config struct {
	ManagedIdentity struct{ ClientID string }
	Principal       struct{ IdentityClientID string }
}

var fallbackID = os.Getenv("APP_USER_ASSIGNED_ID")

func environment() (*azidentity.ManagedIdentityCredential, error) {
	clientID := os.Getenv("APP_MANAGED_IDENTITY_CLIENT_ID")
	println(clientID)
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func nested(cfg *config) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func asFlag() (*azidentity.ManagedIdentityCredential, error) {
	var id string
	flag.StringVar(&id, "identity", "", "not a name that says enough")
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func servicePrincipal() (*azidentity.ManagedIdentityCredential, error) {
	identityClientID := os.Getenv("APP_SERVICE_PRINCIPAL_ID")
	println(identityClientID)
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func assignedLater(read func() (string, error)) (*azidentity.ManagedIdentityCredential, error) {
	identityID, err := read()
	if err != nil {
		identityID = os.Getenv("WORKLOAD_CLIENT_ID")
	}
	println(identityID)
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
