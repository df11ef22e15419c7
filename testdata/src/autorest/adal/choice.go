package adal

import "github.com/Azure/go-autorest/autorest/adal"

func pair(id, resource string) (t *token, err error) {
	if id == "" {
		t, err = adal.NewServicePrincipalTokenFromMSI(endpoint, resource) // want "names an identity on some paths only"
	} else {
		t, err = adal.NewServicePrincipalTokenFromMSIWithUserAssignedID(endpoint, resource, id)
	}
	return t, err
}

func early(id, resource string) (*token, error) {
	if len(id) > 0 {
		return adal.NewServicePrincipalTokenFromMSIWithUserAssignedID(endpoint, resource, id)
	}
	return adal.NewServicePrincipalTokenFromMSI(endpoint, resource) // want "names an identity on some paths only"
}

func either(client, identity, resource string) (*token, error) {
	switch {
	case client != "":
		return adal.NewServicePrincipalTokenFromMSIWithUserAssignedID(endpoint, resource, client)
	case identity != "":
		return adal.NewServicePrincipalTokenFromMSIWithIdentityResourceID(endpoint, resource, identity)
	default:
		return adal.NewServicePrincipalTokenFromMSI(endpoint, resource) // want "names an identity on some paths only"
	}
}

func pairs() error {
	if _, err := pair("", "https://vault.azure.net"); err != nil { // want "pair calls adal.NewServicePrincipalTokenFromMSIWithUserAssignedID and names no identity"
		return err
	}
	_, err := pair("app", "https://vault.azure.net")
	return err
}

func onSomePaths(id, resource string) (*token, error) {
	options := &adal.ManagedIdentityOptions{}
	if id != "" {
		options.ClientID = id
	}
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, options) // want "names an identity on some paths only"
}

func orNil(id, resource string) (*token, error) {
	var options *adal.ManagedIdentityOptions
	if id != "" {
		options = &adal.ManagedIdentityOptions{IdentityResourceID: id}
	}
	return adal.NewServicePrincipalTokenFromManagedIdentity(resource, options) // want "names an identity on some paths only"
}
