// Package function has directives above functions and declarations: they cover all of them, and no more.
package function

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

// The host's own identity has the role.
//
//whichid:system-assigned -- the role is bound to it
func documented() (*azidentity.ManagedIdentityCredential, error) {
	println("all of the body")
	return azidentity.NewManagedIdentityCredential(nil)
}

func next() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

//nolint:whichid // the host has one
func lenient() (*azidentity.ManagedIdentityCredential, error) {
	println("all of the body")
	return azidentity.NewManagedIdentityCredential(nil)
}

//whichid:ignore -- samples
var (
	first, firstErr = azidentity.NewManagedIdentityCredential(nil)

	second, secondErr = azidentity.NewManagedIdentityCredential(nil)
)

var third, thirdErr = azidentity.NewManagedIdentityCredential(nil) // want "names no identity"

//whichid:system-assigned -- a directive within another one has its use too
func nested() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- the host has one
	return azidentity.NewManagedIdentityCredential(nil)
}

// The directive says nothing of an ID that is given and ignored.
//
//whichid:system-assigned -- the host has one // want "whichid:system-assigned silences nothing"
func given() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID("")}) // want "always empty"
}
