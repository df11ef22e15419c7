package functional

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type options = azidentity.ManagedIdentityCredentialOptions

func captures(o *options) func() {
	return func() { o.ID = azidentity.ClientID(os.Getenv("ID")) }
}

func ofCaptures() (azcore.TokenCredential, error) {
	o := &options{}
	captures(o)()
	return azidentity.NewManagedIdentityCredential(o)
}

func nests(id string) func(*options) {
	return func(c *options) {
		o := c
		set := func() { o.ID = azidentity.ClientID(id) }
		set()
	}
}

func ofNests(id string) (azcore.TokenCredential, error) {
	o := &options{}
	nests(id)(o)
	return azidentity.NewManagedIdentityCredential(o)
}

func returns(id string) func(*options) func() {
	return func(c *options) func() {
		return func() { c.ID = azidentity.ClientID(id) }
	}
}

func ofReturns(id string) (azcore.TokenCredential, error) {
	o := &options{}
	set := returns(id)(o)
	set()
	return azidentity.NewManagedIdentityCredential(o)
}

func both(f, g func(*options)) func(*options) {
	return func(o *options) { f(o); g(o) }
}

func none(*options) {}

func ofBoth(id string) (azcore.TokenCredential, error) {
	o := &options{}
	both(none, nests(id))(o)
	return azidentity.NewManagedIdentityCredential(o)
}

func ofBothNone() (azcore.TokenCredential, error) {
	o := &options{}
	both(none, none)(o)
	return azidentity.NewManagedIdentityCredential(o) // want "names no identity"
}

func twice(id string) (a, b azcore.TokenCredential, err error) {
	with, without := build2(nests(id)), build2(none)
	if a, err = azidentity.NewManagedIdentityCredential(with); err != nil {
		return nil, nil, err
	}
	b, err = azidentity.NewManagedIdentityCredential(without) // want "names no identity"
	return a, b, err
}

func build2(f func(*options)) *options {
	o := &options{}
	f(o)
	return o
}

func counter() (func(string), func() *options) {
	o := &options{}
	return func(id string) { o.ID = azidentity.ClientID(id) }, func() *options { return o }
}

func ofCounter(id string) (azcore.TokenCredential, error) {
	set, get := counter()
	set(id)
	return azidentity.NewManagedIdentityCredential(get())
}

// Whoever got the other function may have called it.
func ofCounterUnset() (azcore.TokenCredential, error) {
	_, get := counter()
	return azidentity.NewManagedIdentityCredential(get())
}

func array() {
	var all [2]options
	for _, o := range all {
		azidentity.NewManagedIdentityCredential(&o) // want "names no identity"
	}
}

func arrayFilled() {
	var all [2]options
	for i := range all {
		all[i].ID = azidentity.ClientID(os.Getenv("ID"))
	}
	for _, o := range all {
		azidentity.NewManagedIdentityCredential(&o)
	}
}

func decorated(id string) (azcore.TokenCredential, error) {
	apply := none
	for _, name := range []string{"a", "b"} {
		inner := apply
		apply = func(o *options) {
			inner(o)
			o.ClientOptions.Telemetry.ApplicationID = name
			o.ID = azidentity.ClientID(id)
		}
	}
	o := &options{}
	apply(o)
	return azidentity.NewManagedIdentityCredential(o)
}
