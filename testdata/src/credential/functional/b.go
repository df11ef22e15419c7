package functional

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type client struct {
	options azidentity.ManagedIdentityCredentialOptions
	name    string
}

type clientOption interface{ apply(*client) }

type clientOptionFunc func(*client)

func (f clientOptionFunc) apply(c *client) { f(c) }

func withID(id string) clientOption {
	return clientOptionFunc(func(c *client) { c.options.ID = azidentity.ClientID(id) })
}

func withName(name string) clientOption {
	return clientOptionFunc(func(c *client) { c.name = name })
}

func newClient(options ...clientOption) (azcore.TokenCredential, error) {
	c := &client{}
	for _, o := range options {
		o.apply(c)
	}
	return azidentity.NewManagedIdentityCredential(&c.options)
}

// Through an interface nothing is known.
func interfaceWithout() (azcore.TokenCredential, error) { return newClient(withName("x")) }

func interfaceWith(id string) (azcore.TokenCredential, error) { return newClient(withID(id)) }

func interfaceNone() (azcore.TokenCredential, error) {
	return newClient() // want "newClient calls azidentity.NewManagedIdentityCredential and names no identity"
}

type fallible func(*client) error

func named(id string) fallible {
	return func(c *client) error {
		c.options.ID = azidentity.ResourceID(id)
		return nil
	}
}

func called(name string) fallible {
	return func(c *client) error {
		c.name = name
		return nil
	}
}

func build(steps ...fallible) (*client, error) {
	c := &client{}
	for _, step := range steps {
		if err := step(c); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (c *client) credential() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&c.options)
}

func buildWithout() (azcore.TokenCredential, error) {
	c, err := build(called("x"))
	if err != nil {
		return nil, err
	}
	return c.credential() // want "credential calls azidentity.NewManagedIdentityCredential and names no identity"
}

func buildWith(id string) (azcore.TokenCredential, error) {
	c, err := build(called("x"), named(id))
	if err != nil {
		return nil, err
	}
	return c.credential()
}

func one(set func(*client)) (azcore.TokenCredential, error) {
	var c client
	if set != nil {
		set(&c)
	}
	return azidentity.NewManagedIdentityCredential(&c.options)
}

func oneNil() (azcore.TokenCredential, error) {
	return one(nil) // want "one calls azidentity.NewManagedIdentityCredential and names no identity"
}

func oneWithout() (azcore.TokenCredential, error) {
	return one(func(c *client) { c.name = "x" }) // want "one calls azidentity.NewManagedIdentityCredential and names no identity"
}

func oneWith(id string) (azcore.TokenCredential, error) {
	return one(func(c *client) { c.options.ID = azidentity.ClientID(id) })
}

func oneMethod(s setter) (azcore.TokenCredential, error) {
	return one(s.set)
}

type setter struct{ id string }

func (s setter) set(c *client) { c.options.ID = azidentity.ClientID(s.id) }

func setName(c *client) { c.name = "x" }

func setID(c *client) { c.options.ID = azidentity.ClientID(c.name + os.Getenv("ID")) }

func oneFunctionWithout() (azcore.TokenCredential, error) {
	return one(setName) // want "one calls azidentity.NewManagedIdentityCredential and names no identity"
}

func oneFunction() (azcore.TokenCredential, error) { return one(setID) }
