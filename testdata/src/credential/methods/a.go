// Package methods creates credentials in methods and from fields.
package methods

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type client struct {
	options azidentity.ManagedIdentityCredentialOptions
	pointer *azidentity.ManagedIdentityCredentialOptions
	cred    *azidentity.ManagedIdentityCredential
}

func (c *client) connect() (err error) {
	c.cred, err = azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	return err
}

func (c client) local() error {
	opts := &azidentity.ManagedIdentityCredentialOptions{ClientOptions: c.options.ClientOptions}
	_, err := azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
	return err
}

// Fields are filled elsewhere.
func (c *client) field() error {
	_, err := azidentity.NewManagedIdentityCredential(&c.options)
	return err
}

func (c *client) pointerField() error {
	_, err := azidentity.NewManagedIdentityCredential(c.pointer)
	return err
}

func (c *client) setThenCreate() error {
	c.options.ID = azidentity.ClientID(os.Getenv("ID"))
	_, err := azidentity.NewManagedIdentityCredential(&c.options)
	return err
}

func (c *client) copied() error {
	opts := c.options
	_, err := azidentity.NewManagedIdentityCredential(&opts)
	return err
}

func built() error {
	c := &client{}
	c.fill()
	_, err := azidentity.NewManagedIdentityCredential(&c.options)
	return err
}

func (c *client) fill() { c.options.ID = azidentity.ClientID(os.Getenv("ID")) }
