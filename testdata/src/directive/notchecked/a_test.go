package notchecked

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func inTest() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-asigned
	return azidentity.NewManagedIdentityCredential(nil)
}
