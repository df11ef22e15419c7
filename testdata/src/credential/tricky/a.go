// Package tricky names the identity in ways that are easy to overlook: silence.
package tricky

import (
	"os"
	"reflect"
	"sync"
	"unsafe"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type options = azidentity.ManagedIdentityCredentialOptions

type credential = azidentity.ManagedIdentityCredential

func methodOnField() (*credential, error) {
	var s struct {
		opts options
		sync.Mutex
	}
	s.Lock()
	defer s.Unlock()
	s.opts.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&s.opts)
}

type setter struct{ options }

func (s *setter) set() *setter { s.ID = azidentity.ClientID(os.Getenv("ID")); return s }

func chained() (*credential, error) {
	return azidentity.NewManagedIdentityCredential(&new(setter).set().options)
}

func chainedVariable() (*credential, error) {
	var s setter
	s.set()
	return azidentity.NewManagedIdentityCredential(&s.options)
}

func methodValue() (*credential, error) {
	var s setter
	f := s.set
	f()
	return azidentity.NewManagedIdentityCredential(&s.options)
}

func methodExpression() (*credential, error) {
	var s setter
	(*setter).set(&s)
	return azidentity.NewManagedIdentityCredential(&s.options)
}

func deferredInLoop() (cred *credential, err error) {
	var opts options
	for range 2 {
		defer func() { opts.ID = azidentity.ClientID(os.Getenv("ID")) }()
	}
	// The last one runs first.
	defer func() { cred, err = azidentity.NewManagedIdentityCredential(&opts) }() // want "names no identity"
	return nil, nil
}

func reflected() (*credential, error) {
	var opts options
	reflect.ValueOf(&opts).Elem().FieldByName("ID").Set(reflect.ValueOf(azidentity.ClientID(os.Getenv("ID"))))
	return azidentity.NewManagedIdentityCredential(&opts)
}

func converted() (*credential, error) {
	type mine options
	m := mine{ID: azidentity.ClientID(os.Getenv("ID"))}
	return azidentity.NewManagedIdentityCredential((*options)(&m))
}

func convertedLater() (*credential, error) {
	type mine options
	var m mine
	p := (*options)(&m)
	m.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(p)
}

func pointerToPointer() (*credential, error) {
	var opts *options
	pp := &opts
	*pp = &options{ID: azidentity.ClientID(os.Getenv("ID"))}
	return azidentity.NewManagedIdentityCredential(opts)
}

func pointerSetter(pp **options) { *pp = &options{ID: azidentity.ClientID(os.Getenv("ID"))} }

func pointerToPointerPassed() (*credential, error) {
	var opts *options
	pointerSetter(&opts)
	return azidentity.NewManagedIdentityCredential(opts)
}

func inArray() (*credential, error) {
	all := [...]*options{{ID: azidentity.ClientID(os.Getenv("ID"))}}
	return azidentity.NewManagedIdentityCredential(all[0])
}

func inSlice() (*credential, error) {
	opts := &options{}
	all := []*options{opts}
	all[0].ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(opts)
}

func inSliceByRange() (*credential, error) {
	opts := &options{}
	for _, o := range []*options{opts} {
		o.ID = azidentity.ClientID(os.Getenv("ID"))
	}
	return azidentity.NewManagedIdentityCredential(opts)
}

func rangeAssigns(all []options) (*credential, error) {
	var opts options
	for _, opts = range all {
	}
	return azidentity.NewManagedIdentityCredential(&opts)
}

func rangeAssignsField(ids []azidentity.ManagedIDKind) (*credential, error) {
	var opts options
	for _, opts.ID = range ids {
	}
	return azidentity.NewManagedIdentityCredential(&opts)
}

func received(ids chan azidentity.ManagedIDKind) (*credential, error) {
	var opts options
	select {
	case opts.ID = <-ids:
	}
	return azidentity.NewManagedIdentityCredential(&opts)
}

func receivedOptions(all chan options) (*credential, error) {
	var opts options
	opts, ok := <-all
	println(ok)
	return azidentity.NewManagedIdentityCredential(&opts)
}

func severalResults() (*credential, error) {
	var opts options
	var err error
	opts.ID, err = read()
	println(err)
	return azidentity.NewManagedIdentityCredential(&opts)
}

func read() (azidentity.ManagedIDKind, error) { return azidentity.ClientID(os.Getenv("ID")), nil }

func copied() (*credential, error) {
	all := make([]options, 1)
	copy(all, []options{{ID: azidentity.ClientID(os.Getenv("ID"))}})
	return azidentity.NewManagedIdentityCredential(&all[0])
}

func appended() (*credential, error) {
	var all []*options
	all = append(all, &options{ID: azidentity.ClientID(os.Getenv("ID"))})
	return azidentity.NewManagedIdentityCredential(all[0])
}

func unsafely() (*credential, error) {
	var opts options
	*(*azidentity.ManagedIDKind)(unsafe.Pointer(&opts.ID)) = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&opts)
}

func recovered() (cred *credential, err error) {
	var opts options
	defer func() {
		recover()
		cred, err = azidentity.NewManagedIdentityCredential(&opts)
	}()
	opts.ID = azidentity.ClientID(os.Getenv("ID"))
	panic("later")
}

func once() (*credential, error) {
	var opts options
	var o sync.Once
	o.Do(func() { opts.ID = azidentity.ClientID(os.Getenv("ID")) })
	return azidentity.NewManagedIdentityCredential(&opts)
}

func named() (opts *options) {
	defer func() { opts = &options{ID: azidentity.ClientID(os.Getenv("ID"))} }()
	return &options{}
}

func namedResult() (*credential, error) {
	return azidentity.NewManagedIdentityCredential(named())
}

func iterated(all func(func(*options) bool)) (cred *credential, err error) {
	for opts := range all {
		cred, err = azidentity.NewManagedIdentityCredential(opts)
	}
	return cred, err
}

func yielded() (*credential, error) {
	var opts options
	fill := func(yield func(*options) bool) { yield(&opts) }
	for o := range fill {
		o.ID = azidentity.ClientID(os.Getenv("ID"))
	}
	return azidentity.NewManagedIdentityCredential(&opts)
}

func minimum(n int) (*credential, error) {
	ids := map[int]azidentity.ManagedIDKind{}
	ids[n] = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&options{ID: ids[n]})
}

func structCopy() (*credential, error) {
	a := setter{options{ID: azidentity.ClientID(os.Getenv("ID"))}}
	b := a
	a = setter{}
	return azidentity.NewManagedIdentityCredential(&b.options)
}

func linked() (*credential, error) {
	type node struct {
		next *node
		opts options
	}
	n := &node{}
	n.next = n
	n.next.next.opts.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&n.opts)
}

var variable options

func setVariable() { variable.ID = azidentity.ClientID(os.Getenv("ID")) }

func throughFunction() (*credential, error) {
	variable = options{}
	setVariable()
	return azidentity.NewManagedIdentityCredential(&variable)
}
