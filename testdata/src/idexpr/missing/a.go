// Package missing has no import of the expression's package.
package missing

import (
	"fmt"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func run() {
	fmt.Println(azidentity.NewManagedIdentityCredential(nil)) // want "names no identity"
}
