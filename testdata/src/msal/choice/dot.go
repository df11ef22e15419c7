package choice

import . "github.com/AzureAD/microsoft-authentication-library-for-go/apps/managedidentity"

func dot() (Client, error) {
	return New(SystemAssigned()) // want "chooses the system-assigned identity"
}
