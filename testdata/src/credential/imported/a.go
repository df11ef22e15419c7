// Package imported has os already, under another name.
package imported

import (
	sys "os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func host() (string, error) {
	if _, err := azidentity.NewManagedIdentityCredential(nil); err != nil { // want "names no identity"
		return "", err
	}
	return sys.Hostname()
}
