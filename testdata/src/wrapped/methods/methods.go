package methods // want package:`wraps\(Factory\.Credential\) knows\(NewFactory\)`

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

// A Factory holds what a method uses later.
type Factory struct {
	options azidentity.ManagedIdentityCredentialOptions
	name    string
}

// NewFactory returns a factory for an identity.
func NewFactory(id azidentity.ManagedIDKind) *Factory {
	return &Factory{options: azidentity.ManagedIdentityCredentialOptions{ID: id}}
}

// Credential uses it.
func (f *Factory) Credential() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&f.options)
}
