package meant // want package:`wraps\(\) knows\(Open\)`

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

// Open answers for all its callers.
func Open(o *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- this runs on machines that have no other
	return azidentity.NewManagedIdentityCredential(o)
}

func here() {
	Open(nil)
}
