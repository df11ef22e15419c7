// Package embedded has options inside other structs.
package embedded

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type settings struct {
	azidentity.ManagedIdentityCredentialOptions
	Name string
}

type pointers struct {
	*azidentity.ManagedIdentityCredentialOptions
}

type nested struct {
	inner settings
}

func zero() (*azidentity.ManagedIdentityCredential, error) {
	var s settings
	s.Name = "app"
	return azidentity.NewManagedIdentityCredential(&s.ManagedIdentityCredentialOptions) // want "names no identity"
}

func literal() (*azidentity.ManagedIdentityCredential, error) {
	s := &settings{Name: "app"}
	return azidentity.NewManagedIdentityCredential(&s.ManagedIdentityCredentialOptions) // want "names no identity"
}

func deep() (*azidentity.ManagedIdentityCredential, error) {
	n := nested{}
	return azidentity.NewManagedIdentityCredential(&n.inner.ManagedIdentityCredentialOptions) // want "names no identity"
}

func promoted() (*azidentity.ManagedIdentityCredential, error) {
	var s settings
	s.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&s.ManagedIdentityCredentialOptions)
}

func explicit() (*azidentity.ManagedIdentityCredential, error) {
	var n nested
	n.inner.ManagedIdentityCredentialOptions.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&n.inner.ManagedIdentityCredentialOptions)
}

func inLiteral() (*azidentity.ManagedIdentityCredential, error) {
	s := settings{ManagedIdentityCredentialOptions: azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))}}
	return azidentity.NewManagedIdentityCredential(&s.ManagedIdentityCredentialOptions)
}

func pointer(options *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	p := pointers{options}
	return azidentity.NewManagedIdentityCredential(p.ManagedIdentityCredentialOptions)
}

func inParameter(s settings) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&s.ManagedIdentityCredentialOptions)
}
