// Package none has nothing in scope that plainly is a managed identity's ID.
package none

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

type application struct {
	ClientID string
	TenantID string
}

func plain(clientID, identity string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func otherType(managedIdentityClientID int, uamiClientID *string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func later() (*azidentity.ManagedIdentityCredential, error) {
	cred, err := azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	managedIdentityClientID := "declared after the call"
	println(managedIdentityClientID)
	return cred, err
}

func elsewhere(ok bool) (*azidentity.ManagedIdentityCredential, error) {
	if ok {
		managedIdentityClientID := "in another block"
		println(managedIdentityClientID)
	}
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func field(a application) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func workload(workloadIdentityClientID, servicePrincipalClientID string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}

func shadow(managedIdentityClientID string) (*azidentity.ManagedIdentityCredential, error) {
	{
		managedIdentityClientID := 1
		println(managedIdentityClientID)
		return azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	}
}
