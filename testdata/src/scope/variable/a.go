// Package variable has the ID in a package-level variable.
package variable

import (
	"flag"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

var managedIdentityClientID string

func init() { flag.StringVar(&managedIdentityClientID, "id", "", "client ID") }

func run() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
