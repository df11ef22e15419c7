// Package pointers reaches options through pointers, aliases and lists.
package pointers

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type options = azidentity.ManagedIdentityCredentialOptions

func id() azidentity.ManagedIDKind { return azidentity.ClientID(os.Getenv("ID")) }

func newThenField() (azcore.TokenCredential, error) {
	o := new(options)
	o.ClientOptions.Telemetry.Disabled = true
	return azidentity.NewManagedIdentityCredential(o) // want "names no identity"
}

func newThenID() (azcore.TokenCredential, error) {
	o := new(options)
	(*o).ID = id()
	return azidentity.NewManagedIdentityCredential(o)
}

func twice() (azcore.TokenCredential, error) {
	o := &options{}
	p := &o
	(*p).ClientOptions.Telemetry.Disabled = true
	return azidentity.NewManagedIdentityCredential(*p) // want "names no identity"
}

func twiceWith() (azcore.TokenCredential, error) {
	o := &options{}
	p := &o
	(*p).ID = id()
	return azidentity.NewManagedIdentityCredential(o)
}

func alias() (azcore.TokenCredential, error) {
	var o options
	p, q := &o, &o
	p.ClientOptions.Telemetry.Disabled = true
	return azidentity.NewManagedIdentityCredential(q) // want "names no identity"
}

func aliasWith() (azcore.TokenCredential, error) {
	var o options
	p, q := &o, &o
	p.ID = id()
	return azidentity.NewManagedIdentityCredential(q)
}

func copied() (azcore.TokenCredential, error) {
	a := options{}
	b := a
	a.ID = id()
	return azidentity.NewManagedIdentityCredential(&b) // want "names no identity"
}

func copiedBefore() (azcore.TokenCredential, error) {
	a := options{}
	a.ID = id()
	b := a
	return azidentity.NewManagedIdentityCredential(&b)
}

func overwritten() (azcore.TokenCredential, error) {
	a := options{ID: id()}
	a = options{}
	return azidentity.NewManagedIdentityCredential(&a) // want "names no identity"
}

func cleared() (azcore.TokenCredential, error) {
	a := options{ID: id()}
	a.ID = nil
	return azidentity.NewManagedIdentityCredential(&a) // want "names no identity"
}

func swapped() (azcore.TokenCredential, error) {
	a, b := &options{ID: id()}, &options{}
	a, b = b, a
	return azidentity.NewManagedIdentityCredential(b)
}

func swappedAway() (azcore.TokenCredential, error) {
	a, b := &options{ID: id()}, &options{}
	a, b = b, a
	println(b)
	return azidentity.NewManagedIdentityCredential(a) // want "names no identity"
}

func list() (azcore.TokenCredential, error) {
	all := []*options{{}, {ID: id()}}
	return azidentity.NewManagedIdentityCredential(all[0]) // want "names no identity"
}

func listSecond() (azcore.TokenCredential, error) {
	all := []*options{{}, {ID: id()}}
	return azidentity.NewManagedIdentityCredential(all[1])
}

func arrayOf() (azcore.TokenCredential, error) {
	var all [2]options
	all[0].ID = id()
	return azidentity.NewManagedIdentityCredential(&all[1]) // want "names no identity"
}

func listCopy() (azcore.TokenCredential, error) {
	all := []options{{}}
	first := all[0]
	all[0].ID = id()
	return azidentity.NewManagedIdentityCredential(&first) // want "names no identity"
}

func mapOf() (azcore.TokenCredential, error) {
	all := map[string]*options{"a": {}, "b": {ID: id()}}
	return azidentity.NewManagedIdentityCredential(all["a"]) // want "names no identity"
}

func mapMissing() (azcore.TokenCredential, error) {
	all := map[string]*options{"b": {ID: id()}}
	return azidentity.NewManagedIdentityCredential(all["a"]) // want "names no identity"
}

func mapAny(key string) (azcore.TokenCredential, error) {
	all := map[string]*options{"a": {}, "b": {ID: id()}}
	return azidentity.NewManagedIdentityCredential(all[key])
}

func shadowed() (azcore.TokenCredential, error) {
	o := &options{}
	if os.Getenv("ID") != "" {
		o := &options{ID: id()}
		println(o)
	}
	return azidentity.NewManagedIdentityCredential(o) // want "names no identity"
}

func inAny() (azcore.TokenCredential, error) {
	var v any = &options{}
	if o, ok := v.(*options); ok {
		return azidentity.NewManagedIdentityCredential(o) // want "names no identity"
	}
	return azidentity.NewManagedIdentityCredential(v.(*options)) // want "names no identity"
}

func namedResult() (o *options) {
	o = &options{}
	return
}

func ofNamedResult() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(namedResult()) // want "names no identity"
}

func namedResultWith() (o options) {
	defer func() { o.ID = id() }()
	return
}

func ofNamedResultWith() (azcore.TokenCredential, error) {
	o := namedResultWith()
	return azidentity.NewManagedIdentityCredential(&o)
}

type outer struct {
	inner
	*more
}

type inner struct{ opts options }

type more struct{ extra *options }

func embedded() (azcore.TokenCredential, error) {
	o := outer{more: &more{extra: &options{}}}
	o.opts.ID = id()
	if _, err := azidentity.NewManagedIdentityCredential(&o.opts); err != nil {
		return nil, err
	}
	return azidentity.NewManagedIdentityCredential(o.extra) // want "names no identity"
}

func embeddedWith() (azcore.TokenCredential, error) {
	o := outer{more: &more{extra: &options{}}}
	o.extra.ID = id()
	return azidentity.NewManagedIdentityCredential(o.more.extra)
}

func setID(o *options, value azidentity.ManagedIDKind) { o.ID = value }

func setter() (azcore.TokenCredential, error) {
	var o options
	setID(&o, nil)
	return azidentity.NewManagedIdentityCredential(&o) // want "names no identity"
}

func setterWith() (azcore.TokenCredential, error) {
	var o options
	setID(&o, id())
	return azidentity.NewManagedIdentityCredential(&o)
}

func both(o *options) { setID(o, id()) }

func setterOfSetter() (azcore.TokenCredential, error) {
	var o options
	both(&o)
	return azidentity.NewManagedIdentityCredential(&o)
}
