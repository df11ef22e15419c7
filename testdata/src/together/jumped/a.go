// Package jumped has a call that is jumped to: a fix on the line before does nothing then.
package jumped

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func run(ready bool) error {
	var opts azidentity.ManagedIdentityCredentialOptions
	if ready {
		goto create
	}
	println("not ready")
create:
	_, err := azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
	return err
}
