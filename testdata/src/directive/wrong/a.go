// Package wrong has directives that do not work.
package wrong

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func noReason() (*azidentity.ManagedIdentityCredential, error) {
	// want +1 "directive.*reason"
	//whichid:system-assigned
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func emptyReason() (*azidentity.ManagedIdentityCredential, error) {
	// want +1 "directive.*reason"
	//whichid:system-assigned --
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func misspelt() (*azidentity.ManagedIdentityCredential, error) {
	// want +1 "directive.*system-asigned"
	//whichid:system-asigned -- the host has one
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func unknownRule() (*azidentity.ManagedIdentityCredential, error) {
	// want +1 "directive.*credentials"
	//whichid:ignore credentials -- a sample
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func ignoreWithoutReason() (*azidentity.ManagedIdentityCredential, error) {
	// want +1 "directive.*reason"
	//whichid:ignore credential
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func otherRule() (*azidentity.ManagedIdentityCredential, error) {
	// want +1 "directive.*silences nothing"
	//whichid:ignore imds-url -- a sample
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func nothing() int {
	// want +1 "directive.*silences nothing"
	//whichid:system-assigned -- the host has one
	return 1
}

func tooFar() (*azidentity.ManagedIdentityCredential, error) {
	// want +1 "directive.*silences nothing"
	//whichid:system-assigned -- the host has one

	println("next")
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func named(id string) (*azidentity.ManagedIdentityCredential, error) {
	// want +1 "directive.*silences nothing"
	//whichid:system-assigned -- the host has one
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)})
}

// A directive does not cover the whole body.
// want +2 "directive.*silences nothing"
//
//whichid:system-assigned -- the host has one
func body() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

// Prose: write //whichid:system-assigned -- REASON where it is meant, or whichid:ignore.
func prose() {}
