// Package wrappers passes the ID on through several functions: the one that could have given it is blamed, once.
package wrappers

import (
	"fmt"
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func innermost(id azidentity.ManagedIDKind) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: id})
}

func second(id azidentity.ManagedIDKind) (azcore.TokenCredential, error) {
	cred, err := innermost(id)
	if err != nil {
		return nil, fmt.Errorf("credential: %w", err)
	}
	return cred, nil
}

func third(name string, id azidentity.ManagedIDKind) (azcore.TokenCredential, error) {
	fmt.Println(name)
	return second(id)
}

func fourth(id azidentity.ManagedIDKind) (cred azcore.TokenCredential, err error) {
	cred, err = third("x", id)
	return
}

func caller() (azcore.TokenCredential, error) {
	return fourth(nil) // want "fourth calls azidentity.NewManagedIdentityCredential and names no identity"
}

func callerOfThird() (azcore.TokenCredential, error) {
	return third("x", nil) // want "third calls azidentity.NewManagedIdentityCredential and names no identity"
}

func callerWith() (azcore.TokenCredential, error) {
	return fourth(azidentity.ClientID(os.Getenv("ID")))
}

func arguments() (string, azidentity.ManagedIDKind) { return "x", nil }

func argumentsWith() (string, azidentity.ManagedIDKind) {
	return "x", azidentity.ClientID(os.Getenv("ID"))
}

func spread() (azcore.TokenCredential, error) {
	return third(arguments()) // want "third calls azidentity.NewManagedIdentityCredential and names no identity"
}

func spreadWith() (azcore.TokenCredential, error) { return third(argumentsWith()) }

// Options are those of a wrapper.
type Options struct {
	Retries int
	Auth    Auth
}

// Auth is a part of them.
type Auth struct {
	ID *azidentity.ManagedIdentityCredentialOptions
	On bool
}

// New uses options of options.
func New(o Options) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(o.Auth.ID)
}

// NewPointer gets a pointer.
func NewPointer(o *Options) (azcore.TokenCredential, error) { return New(*o) }

func newWithout() (azcore.TokenCredential, error) {
	return New(Options{Retries: 3}) // want "New calls azidentity.NewManagedIdentityCredential and names no identity"
}

func newPositional() (azcore.TokenCredential, error) {
	return New(Options{3, Auth{nil, true}}) // want "New calls azidentity.NewManagedIdentityCredential and names no identity"
}

func newPositionalWith(id string) (azcore.TokenCredential, error) {
	return New(Options{3, Auth{&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)}, true}})
}

func newPointerWithout() (azcore.TokenCredential, error) {
	o := &Options{}
	o.Auth.On = true
	return NewPointer(o) // want "NewPointer calls azidentity.NewManagedIdentityCredential and names no identity"
}

func newPointerWith(id string) (azcore.TokenCredential, error) {
	o := &Options{}
	o.Auth.ID = &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)}
	return NewPointer(o)
}

// The wrapper itself decides.
func decides(retries int) (azcore.TokenCredential, error) {
	return New(Options{Retries: retries}) // want "New calls azidentity.NewManagedIdentityCredential and names no identity"
}

func ofDecides() (azcore.TokenCredential, error) { return decides(3) }

func even(n int, id azidentity.ManagedIDKind) (azcore.TokenCredential, error) {
	if n == 0 {
		return innermost(id)
	}
	return odd(n-1, id)
}

func odd(n int, id azidentity.ManagedIDKind) (azcore.TokenCredential, error) { return even(n-1, id) }

// Mutual recursion ends in unknown.
func recursive() (azcore.TokenCredential, error) { return odd(3, nil) }

type authorizer interface {
	authorize(id azidentity.ManagedIDKind) (azcore.TokenCredential, error)
}

type managed struct{}

func (managed) authorize(id azidentity.ManagedIDKind) (azcore.TokenCredential, error) {
	return innermost(id)
}

func throughInterface(a authorizer) (azcore.TokenCredential, error) { return a.authorize(nil) }

func knownType() (azcore.TokenCredential, error) {
	var a authorizer = managed{}
	return a.authorize(nil)
}

func direct() (azcore.TokenCredential, error) {
	return managed{}.authorize(nil) // want "authorize calls azidentity.NewManagedIdentityCredential and names no identity"
}

// A server has a method that passes on a field of its configuration.
type server struct {
	cfg struct{ Azure struct{ ClientID string } }
}

func (s *server) credential() (azcore.TokenCredential, error) { return s.create(s.cfg.Azure.ClientID) }

func (*server) create(id string) (azcore.TokenCredential, error) {
	return innermost(azidentity.ClientID(id))
}

func emptyServer() (azcore.TokenCredential, error) {
	var s server
	return s.credential() // want "credential calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func filledServer() (azcore.TokenCredential, error) {
	var s server
	s.cfg.Azure.ClientID = os.Getenv("ID")
	return s.credential()
}

func ignoringErrors() azcore.TokenCredential {
	cred, _ := second(nil) // want "second calls azidentity.NewManagedIdentityCredential and names no identity"
	return cred
}

func must(cred azcore.TokenCredential, err error) azcore.TokenCredential {
	if err != nil {
		panic(err)
	}
	return cred
}

var global = must(second(nil)) // want "second calls azidentity.NewManagedIdentityCredential and names no identity"

var globalWith = must(second(azidentity.ClientID(os.Getenv("ID"))))

type generic[T any] struct{ id T }

func (g generic[T]) get() T { return g.id }

func newGeneric[T any](id T) generic[T] { return generic[T]{id} }

func ofGeneric() (azcore.TokenCredential, error) {
	return innermost(newGeneric[azidentity.ManagedIDKind](nil).get()) // want "innermost calls azidentity.NewManagedIdentityCredential and names no identity"
}

func ofGenericWith(id string) (azcore.TokenCredential, error) {
	return innermost(newGeneric(azidentity.ClientID(id)).get())
}

func with[O any](set func(*O)) *O {
	o := new(O)
	set(o)
	return o
}

func ofGenericSetter() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(with(func(o *azidentity.ManagedIdentityCredentialOptions) { // want "names no identity"
		o.ClientOptions.Telemetry.Disabled = true
	}))
}

func ofGenericSetterWith(id string) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(with(func(o *azidentity.ManagedIdentityCredentialOptions) {
		o.ID = azidentity.ClientID(id)
	}))
}

func ptr[T any](v T) *T { return &v }

func ofPtr() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(ptr(azidentity.ManagedIdentityCredentialOptions{})) // want "names no identity"
}

func ofPtrWith(id string) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(ptr(azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)}))
}

func knownPointer() (azcore.TokenCredential, error) {
	var a authorizer = &managed{}
	return a.authorize(nil) // want "authorize calls azidentity.NewManagedIdentityCredential and names no identity"
}

func knownPointerWith(id string) (azcore.TokenCredential, error) {
	var a authorizer = &managed{}
	return a.authorize(azidentity.ClientID(id))
}

type service struct{ auth authorizer }

func newService(a authorizer) *service { return &service{auth: a} }

func (s *service) connect() (azcore.TokenCredential, error) { return s.auth.authorize(nil) }

// The service does not know what authorizes.
func knownHolder() (azcore.TokenCredential, error) { return newService(&managed{}).connect() }

type keyed struct{ key string }

func (*keyed) authorize(azidentity.ManagedIDKind) (azcore.TokenCredential, error) { return nil, nil }

func oneOfTwo(key string) (azcore.TokenCredential, error) {
	var a authorizer = &managed{}
	if key != "" {
		a = &keyed{key}
	}
	return a.authorize(nil)
}

type provider struct {
	id azidentity.ManagedIDKind
}

func (p *provider) authorize(azidentity.ManagedIDKind) (azcore.TokenCredential, error) {
	return innermost(p.id)
}

func newAuthorizer(id azidentity.ManagedIDKind) authorizer { return &provider{id} }

func ofProvider() (azcore.TokenCredential, error) {
	return newAuthorizer(nil).authorize(nil) // want "authorize calls azidentity.NewManagedIdentityCredential and names no identity"
}

func ofProviderWith(id string) (azcore.TokenCredential, error) {
	return newAuthorizer(azidentity.ClientID(id)).authorize(nil)
}
