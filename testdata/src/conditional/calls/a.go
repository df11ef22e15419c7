// Package calls chooses between functions, one of which names an identity.
package calls

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type options = azidentity.ManagedIdentityCredentialOptions

func withID(id string) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&options{ID: azidentity.ClientID(id)})
}

func withoutID() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
}

func either(id string) (azcore.TokenCredential, error) {
	if id != "" {
		return withID(id)
	}
	return withoutID()
}

func plain() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
}

func oneInline(kind, id string) (azcore.TokenCredential, error) {
	switch kind {
	case "user":
		return azidentity.NewManagedIdentityCredential(&options{ID: azidentity.ClientID(id)})
	default:
		return plain()
	}
}

func inner() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
}

func outer() (azcore.TokenCredential, error) { return inner() }

func deep(id string) (cred azcore.TokenCredential, err error) {
	if id == "" {
		cred, err = outer()
	} else {
		cred, err = withID(id)
	}
	return cred, err
}

type factory struct{ id string }

func (f *factory) host() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
}

func (f *factory) user() (azcore.TokenCredential, error) { return withID(f.id) }

func (f *factory) create() (azcore.TokenCredential, error) {
	if f.id == "" {
		return f.host()
	}
	return f.user()
}

func fromMap(kind string, f *factory) (azcore.TokenCredential, error) {
	return map[string]func() (azcore.TokenCredential, error){"host": mapped, "user": f.user}[kind]()
}

func mapped() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
}

func picked(id string) (azcore.TokenCredential, error) {
	create := withID
	if id == "" {
		create = ignoring
	}
	return create(id)
}

func ignoring(string) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
}

// Somebody calls it without a choice.
func unconditional() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "NewManagedIdentityCredential names no identity"
}

func sometimes(id string) (azcore.TokenCredential, error) {
	if id != "" {
		return withID(id)
	}
	return unconditional()
}

func always() (azcore.TokenCredential, error) { return unconditional() }

// Exported is open to others.
func Exported() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
}

func choosesExported(id string) (azcore.TokenCredential, error) {
	if id != "" {
		return withID(id)
	}
	return Exported()
}

func unrelated() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "NewManagedIdentityCredential names no identity"
}

func notAlternative(id string) (azcore.TokenCredential, error) {
	if id == "" {
		return nil, nil
	}
	return unrelated()
}

func both(id string) (a, b azcore.TokenCredential) {
	a, _ = withID(id)
	b, _ = second()
	return a, b
}

func second() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) // want "NewManagedIdentityCredential names no identity"
}
