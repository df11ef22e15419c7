package choice

import mi "github.com/AzureAD/microsoft-authentication-library-for-go/apps/managedidentity"

func aliased() (mi.Client, error) {
	return mi.New(mi.SystemAssigned()) // want "chooses the system-assigned identity"
}

func aliasedClient(id string) (mi.Client, error) {
	return mi.New(mi.UserAssignedClientID(id))
}
