// Package spawned hands closures to goroutines and to functions that may run them at any time.
package spawned

import (
	"os"
	"sync"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type options = azidentity.ManagedIdentityCredentialOptions

type group interface{ Go(func() error) }

func id() azidentity.ManagedIDKind { return azidentity.ClientID(os.Getenv("ID")) }

func waitGroup() {
	var wg sync.WaitGroup
	wg.Go(func() {
		azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	})
	wg.Wait()
}

func errGroup(g group) {
	g.Go(func() error {
		_, err := azidentity.NewManagedIdentityCredential(&options{}) // want "names no identity"
		return err
	})
}

func writes(g group) {
	o := &options{}
	g.Go(func() error {
		o.ID = id()
		return nil
	})
	azidentity.NewManagedIdentityCredential(o)
}

func afterwards() {
	o := &options{}
	go func() { azidentity.NewManagedIdentityCredential(o) }()
	o.ID = id()
}

func pointerAfterwards(g group) {
	o := &options{}
	g.Go(func() error {
		_, err := azidentity.NewManagedIdentityCredential(o)
		return err
	})
	fill(o)
}

func fill(o *options) { o.ID = id() }

func goFunction() {
	o := &options{}
	go fill(o)
	azidentity.NewManagedIdentityCredential(o)
}

func goMethod(h holder) {
	go h.connect()
}

type holder struct{ o *options }

func (h holder) connect() {
	azidentity.NewManagedIdentityCredential(h.o)
}

func goMethodWithout() {
	h := holder{}
	go h.connect() // want "connect calls azidentity.NewManagedIdentityCredential and names no identity"
}

func sentOn(c chan *options) {
	o := &options{}
	c <- o
	azidentity.NewManagedIdentityCredential(o)
}

func literalArgument() {
	go func(o *options) {
		azidentity.NewManagedIdentityCredential(o) // want "names no identity"
	}(&options{})
}

func literalArgumentWith() {
	go func(o *options) {
		azidentity.NewManagedIdentityCredential(o)
	}(&options{ID: id()})
}

func deferredArgument() {
	defer func(o *options) {
		azidentity.NewManagedIdentityCredential(o) // want "names no identity"
	}(nil)
}
