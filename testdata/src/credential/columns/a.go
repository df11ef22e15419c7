// Package columns has comments in one column. The fix of each line would move both; they are made together nevertheless.
package columns

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func both() []any {
	a, _ := azidentity.NewManagedIdentityCredential(nil)                                                // want "names no identity"
	bcd, err := azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{}) // want "names no identity"
	return []any{os.Args, a, bcd, err}
}

func one() any {
	a, _ := azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	b := a                                               // The fix above moves this.
	return b
}
