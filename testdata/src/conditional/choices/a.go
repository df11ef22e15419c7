// Package choices lets the deployment choose whether an identity is named, in every form of a choice.
package choices

import (
	"errors"
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type config struct {
	ID    string
	Azure struct{ Identity *identity }
	IDs   []string
	Kind  int
}

type identity struct{ ClientID string }

type options = azidentity.ManagedIdentityCredentialOptions

func named(id string) *options { return &options{ID: azidentity.ClientID(id)} }

func nested(c config) (azcore.TokenCredential, error) {
	if c.Azure.Identity != nil && c.Azure.Identity.ClientID != "" {
		return azidentity.NewManagedIdentityCredential(named(c.Azure.Identity.ClientID))
	}
	return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
}

func environment() (azcore.TokenCredential, error) {
	if id, ok := os.LookupEnv("ID"); ok {
		return azidentity.NewManagedIdentityCredential(named(id))
	}
	return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
}

func length(c config) (azcore.TokenCredential, error) {
	if len(c.IDs) == 0 {
		return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	}
	return azidentity.NewManagedIdentityCredential(named(c.IDs[0]))
}

func numbers(c config) (cred azcore.TokenCredential, err error) {
	switch c.Kind {
	case 0:
		cred, err = azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	case 1:
		cred, err = azidentity.NewManagedIdentityCredential(named(c.ID))
	case 2:
		cred, err = azidentity.NewWorkloadIdentityCredential(nil)
	}
	return cred, err
}

func cases(c config) (azcore.TokenCredential, error) {
	switch {
	case c.ID == "":
		return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	case c.Kind == 2:
		return azidentity.NewManagedIdentityCredential(named(c.ID))
	}
	return nil, errors.New("no kind")
}

func types(v any) (azcore.TokenCredential, error) {
	switch v := v.(type) {
	case string:
		return azidentity.NewManagedIdentityCredential(named(v))
	case nil:
		return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	}
	return nil, nil
}

func chained(c config) (azcore.TokenCredential, error) {
	if c.Kind == 1 {
		return azidentity.NewWorkloadIdentityCredential(nil)
	} else if c.ID != "" {
		return azidentity.NewManagedIdentityCredential(named(c.ID))
	} else {
		return azidentity.NewManagedIdentityCredential(&options{}) // want "names an identity on some paths only"
	}
}

func jump(id string) (azcore.TokenCredential, error) {
	if id == "" {
		goto host
	}
	return azidentity.NewManagedIdentityCredential(named(id))
host:
	return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
}

func inLoop(ids []string) (all []azcore.TokenCredential) {
	for _, id := range ids {
		if id == "" {
			cred, _ := azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
			all = append(all, cred)
			continue
		}
		cred, _ := azidentity.NewManagedIdentityCredential(named(id))
		all = append(all, cred)
	}
	return all
}

func inClosure(id string) func() (azcore.TokenCredential, error) {
	return func() (azcore.TokenCredential, error) {
		if id != "" {
			return azidentity.NewManagedIdentityCredential(named(id))
		}
		return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	}
}

func closures(id string) (azcore.TokenCredential, error) {
	create := func() (azcore.TokenCredential, error) {
		return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	}
	if id != "" {
		create = func() (azcore.TokenCredential, error) {
			return azidentity.NewManagedIdentityCredential(named(id))
		}
	}
	return create()
}

func inMap(kind, id string) (azcore.TokenCredential, error) {
	return map[string]func() (azcore.TokenCredential, error){
		"host": func() (azcore.TokenCredential, error) {
			return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
		},
		"user": func() (azcore.TokenCredential, error) {
			return azidentity.NewManagedIdentityCredential(named(id))
		},
	}[kind]()
}

var constructors = map[int]func(config) (azcore.TokenCredential, error){
	0: func(config) (azcore.TokenCredential, error) {
		return azidentity.NewManagedIdentityCredential(nil) // want "names an identity on some paths only"
	},
	1: func(c config) (azcore.TokenCredential, error) {
		return azidentity.NewManagedIdentityCredential(named(c.ID))
	},
}

func candidates(id string) {
	for _, o := range []*options{nil, named(id)} {
		azidentity.NewManagedIdentityCredential(o) // want "names an identity on some paths only"
	}
}

func picked(id string) (azcore.TokenCredential, error) {
	o := &options{}
	if len(id) > 0 {
		o = named(id)
	}
	return azidentity.NewManagedIdentityCredential(o) // want "names an identity on some paths only"
}

func ternary[T any](cond bool, a, b T) T {
	if cond {
		return a
	}
	return b
}

func ofTernary(id string) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(ternary(id != "", named(id), nil)) // want "names an identity on some paths only"
}

func and(id string) bool {
	if id == "" && try(azidentity.NewManagedIdentityCredential(nil)) { // want "names an identity on some paths only"
		return true
	}
	return try(azidentity.NewManagedIdentityCredential(named(id)))
}

func try(_ *azidentity.ManagedIdentityCredential, err error) bool { return err == nil }

func twoFaults(retries int) (azcore.TokenCredential, error) {
	if retries > 3 {
		o := &options{}
		o.Retry.MaxRetries = int32(retries)
		return azidentity.NewManagedIdentityCredential(o) // want "NewManagedIdentityCredential names no identity"
	}
	return azidentity.NewManagedIdentityCredential(nil) // want "NewManagedIdentityCredential names no identity"
}

// Two credentials are made here, whatever the ID is.
func independent(id string) (a, b azcore.TokenCredential) {
	if id != "" {
		a, _ = azidentity.NewManagedIdentityCredential(named(id))
	}
	b, _ = azidentity.NewManagedIdentityCredential(nil) // want "NewManagedIdentityCredential names no identity"
	return a, b
}

// A fallback is no choice: it runs when the named identity has failed.
func fallback(id string) (azcore.TokenCredential, error) {
	if cred, err := azidentity.NewManagedIdentityCredential(named(id)); err == nil {
		return cred, nil
	}
	return azidentity.NewManagedIdentityCredential(nil) // want "NewManagedIdentityCredential names no identity"
}

// A sibling that names no managed identity is no alternative.
func otherCredential(id string) (azcore.TokenCredential, error) {
	if id != "" {
		return azidentity.NewWorkloadIdentityCredential(nil)
	}
	return azidentity.NewManagedIdentityCredential(nil) // want "NewManagedIdentityCredential names no identity"
}
