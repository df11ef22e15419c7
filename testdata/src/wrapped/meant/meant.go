package meant // want package:`wraps\(\) knows\(Open\)`

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

// Open answers for all its callers.
func Open(o *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- this runs on machines that have no other
	return azidentity.NewManagedIdentityCredential(o)
}

func here() {
	Open(nil)
	open(nil)
	passes(nil)
}

func open(o *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- this answers for the caller, who gives no ID
	return azidentity.NewManagedIdentityCredential(o)
}

func passes(o *azidentity.ManagedIdentityCredentialOptions) {
	open(o)
}

func named(id azidentity.ClientID) {
	opened(&azidentity.ManagedIdentityCredentialOptions{ID: id})
}

func opened(o *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- all callers give an ID // want "silences nothing"
	return azidentity.NewManagedIdentityCredential(o)
}
