package silent // want package:`wraps\(\) knows\(Kind NewSystemAssigned\)`

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

// An Option is a functional one.
type Option func(*azidentity.ManagedIdentityCredentialOptions)

// WithID sets the ID.
func WithID(id string) Option {
	return func(o *azidentity.ManagedIdentityCredentialOptions) { o.ID = azidentity.ClientID(id) }
}

// Functional may get an ID from its options.
func Functional(options ...Option) (*azidentity.ManagedIdentityCredential, error) {
	o := &azidentity.ManagedIdentityCredentialOptions{}
	for _, option := range options {
		option(o)
	}
	return azidentity.NewManagedIdentityCredential(o)
}

// Kind passes on only in one case.
func Kind(kind string, o *azidentity.ManagedIdentityCredentialOptions) error {
	switch kind {
	case "msi":
		_, err := azidentity.NewManagedIdentityCredential(o)
		return err
	}
	return nil
}

// A Maker is an interface: nobody knows what it does.
type Maker interface {
	Make(o *azidentity.ManagedIdentityCredentialOptions) error
}

type maker struct{}

// Make makes.
func (maker) Make(o *azidentity.ManagedIdentityCredentialOptions) error {
	_, err := azidentity.NewManagedIdentityCredential(o)
	return err
}

// NewMaker returns one.
func NewMaker() Maker { return maker{} }

// Recursive ends in unknown.
func Recursive(n int, id string) error {
	if n > 0 {
		return Recursive(n-1, id)
	}
	_, err := azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)})
	return err
}

// NewSystemAssigned says what it is for.
func NewSystemAssigned(o *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(o)
}
