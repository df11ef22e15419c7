// Package unknown takes options from places that say nothing of them: silence.
package unknown

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type settings struct {
	options *azidentity.ManagedIdentityCredentialOptions
	id      azidentity.ManagedIDKind
}

func parameter(options *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(options)
}

func parameterField(s settings) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(s.options)
}

func parameterID(id azidentity.ManagedIDKind) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: id})
}

func fieldID(s *settings) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: s.id})
}

func element(all map[string]*azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(all["main"])
}

func localMap() (*azidentity.ManagedIdentityCredential, error) {
	ids := map[string]azidentity.ManagedIDKind{"main": azidentity.ClientID(os.Getenv("ID"))}
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: ids["main"]})
}

func index(all []azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&all[0])
}

func array() (*azidentity.ManagedIdentityCredential, error) {
	var all [2]azidentity.ManagedIdentityCredentialOptions
	all[1].ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&all[1])
}

func received(c chan *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(<-c)
}

func asserted(v any) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(v.(*azidentity.ManagedIdentityCredentialOptions))
}

func assertedOK(v any) (*azidentity.ManagedIdentityCredential, error) {
	options, _ := v.(*azidentity.ManagedIdentityCredentialOptions)
	return azidentity.NewManagedIdentityCredential(options)
}

func named(options *azidentity.ManagedIdentityCredentialOptions) (opts *azidentity.ManagedIdentityCredentialOptions, err error) {
	opts = options
	_, err = azidentity.NewManagedIdentityCredential(opts)
	return opts, err
}

func sent(c chan *azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	c <- opts
	<-c
	return azidentity.NewManagedIdentityCredential(opts)
}

func kept(s *settings) (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	s.options = opts
	s.fill()
	return azidentity.NewManagedIdentityCredential(opts)
}

func (s *settings) fill() { s.options.ID = s.id }

func pointerID(id *string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(*id)})
}

// linked is set by go build -ldflags=-X.
var linked string

func fromLinker() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(linked)})
}
