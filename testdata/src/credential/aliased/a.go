// Package aliased imports under another name.
package aliased

import (
	"os"

	azid "github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func alias() (*azid.ManagedIdentityCredential, error) {
	println(os.Args[0])
	return azid.NewManagedIdentityCredential(nil) // want `azidentity.NewManagedIdentityCredential names no identity`
}

func empty() (*azid.ManagedIdentityCredential, error) {
	return azid.NewManagedIdentityCredential(&azid.ManagedIdentityCredentialOptions{}) // want "names no identity"
}
