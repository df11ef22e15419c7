//nolint:whichid // samples, never deployed
package filenolint

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func first() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil)
}

// What is wrong with directives is silenced too.
func directives() int {
	//whichid:system-assigned
	//whichid:system-asigned -- the host has one
	//whichid:ignore -- nothing
	return 1
}
