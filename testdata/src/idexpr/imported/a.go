// Package imported has the package of the expression, under another name.
package imported

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"

	settings "example.com/app/config"
)

func run() (*azidentity.ManagedIdentityCredential, error) {
	println(settings.IdentityID())
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
