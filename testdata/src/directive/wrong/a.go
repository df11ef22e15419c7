// Package wrong has directives that do not work.
package wrong

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func noReason() (*azidentity.ManagedIdentityCredential, error) {
	// want +1 "^whichid:system-assigned needs a reason: //whichid:system-assigned -- REASON$"
	//whichid:system-assigned
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func emptyReason() (*azidentity.ManagedIdentityCredential, error) {
	// want +1 "^whichid:system-assigned needs a reason"
	//whichid:system-assigned --
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func reasonWithoutDashes() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned the host has one // want "^whichid:system-assigned needs a reason"
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func ignoreWithoutReason() (*azidentity.ManagedIdentityCredential, error) {
	// want +1 `^whichid:ignore needs a reason: //whichid:ignore \[RULE\] -- REASON$`
	//whichid:ignore credential
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func misspelt() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-asigned -- the host has one // want `^unknown directive "whichid:system-asigned": use //whichid:system-assigned -- REASON or //whichid:ignore \[RULE\] -- REASON$`
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func upperCase() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:System-Assigned -- the host has one // want "^unknown directive"
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func noWord() (*azidentity.ManagedIdentityCredential, error) {
	//whichid: system-assigned -- the host has one // want `^unknown directive "whichid:"`
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func space() (*azidentity.ManagedIdentityCredential, error) {
	// whichid:system-assigned -- the host has one // want "^whichid:system-assigned is no directive after a space: write //whichid:system-assigned$"
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func unknownRule() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:ignore credentials -- a sample // want `^whichid:ignore: unknown rule "credentials": use some of credential, imds-url, dsn, command, manifest, ignored-id, `
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func oneUnknownRule() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:ignore credential,nonsense -- a sample // want `^whichid:ignore: unknown rule "nonsense"`
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func directiveRule() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:ignore directive -- a sample // want `^whichid:ignore: unknown rule "directive"`
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func systemWithRule() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned credential -- a sample // want `^whichid:system-assigned takes nothing but a reason, not "credential"`
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func otherRule() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:ignore imds-url,ignored-id -- a sample // want "^whichid:ignore imds-url,ignored-id silences nothing: remove it, or put it on the line of the finding or right above the statement$"
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func nothing() int {
	//whichid:system-assigned -- the host has one // want "^whichid:system-assigned silences nothing"
	return 1
}

func tooFar() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- the host has one // want "silences nothing"

	println("next")
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func blankLine() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- the host has one // want "silences nothing"

	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func otherStatement() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- the host has one // want "silences nothing"
	println("next")
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func lineBefore() (*azidentity.ManagedIdentityCredential, error) {
	// want +2 "names no identity"
	println("next") //whichid:system-assigned -- the host has one // want "silences nothing"
	return azidentity.NewManagedIdentityCredential(nil)
}

func after() (cred *azidentity.ManagedIdentityCredential, err error) {
	if cred, err = azidentity.NewManagedIdentityCredential(nil); err != nil { // want "names no identity"
		println("failed")
	} //whichid:system-assigned -- the host has one // want "silences nothing"
	return cred, err
}

func named(id string) (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- the host has one // want "silences nothing"
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)})
}

func ignoredDirective() int {
	//whichid:ignore -- directives are not its business // want "silences nothing"
	//whichid:nonsense // want "unknown directive"
	return 1
}

func last() {
	println("last")
	//whichid:ignore -- nothing follows // want "silences nothing"
}

// Prose: write //whichid:system-assigned -- REASON where it is meant, or whichid:ignore.
// whichid: says what is meant, and whichid:ignore does too.
//
//	//whichid:system-assigned -- an example
//	whichid:nonsense
//
/* whichid:nonsense */
/*whichid:nonsense*/
func prose() {}
