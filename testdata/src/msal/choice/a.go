// Package choice chooses an identity in words.
package choice

import (
	"os"

	"github.com/AzureAD/microsoft-authentication-library-for-go/apps/managedidentity"
)

func system() (managedidentity.Client, error) {
	return managedidentity.New(managedidentity.SystemAssigned()) // want "managedidentity.SystemAssigned chooses the system-assigned identity"
}

func variable() (managedidentity.Client, error) {
	id := managedidentity.SystemAssigned() // want "chooses the system-assigned identity"
	return managedidentity.New(id, managedidentity.WithRetryPolicyDisabled())
}

func value() (managedidentity.Client, error) {
	choose := managedidentity.SystemAssigned
	return managedidentity.New(choose()) // want "chooses the system-assigned identity"
}

func either(id string) (managedidentity.Client, error) {
	if id == "" {
		return managedidentity.New(managedidentity.SystemAssigned()) // want "chooses the system-assigned identity"
	}
	return managedidentity.New(managedidentity.UserAssignedClientID(id))
}

func client() (managedidentity.Client, error) {
	return managedidentity.New(managedidentity.UserAssignedClientID(os.Getenv("ID")))
}

func object(id string) (managedidentity.Client, error) {
	return managedidentity.New(managedidentity.UserAssignedObjectID(id))
}

func resource(id managedidentity.UserAssignedResourceID) (managedidentity.Client, error) {
	return managedidentity.New(id)
}
