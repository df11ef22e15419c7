// Package control has every form of control flow.
package control

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type options = azidentity.ManagedIdentityCredentialOptions

func id() azidentity.ManagedIDKind { return azidentity.ClientID(os.Getenv("ID")) }

func labeled(hosts []string) (azcore.TokenCredential, error) {
	var o options
outer:
	for _, h := range hosts {
		for _, c := range h {
			if c == 'x' {
				continue outer
			}
			if c == 'y' {
				break outer
			}
			o.ClientOptions.Telemetry.ApplicationID = h
		}
	}
	return azidentity.NewManagedIdentityCredential(&o) // want "names no identity"
}

func labeledWith(hosts []string) (azcore.TokenCredential, error) {
	var o options
outer:
	for _, h := range hosts {
		for _, c := range h {
			if c == 'x' {
				o.ID = id()
				continue outer
			}
		}
	}
	return azidentity.NewManagedIdentityCredential(&o)
}

func forever(done chan bool) (azcore.TokenCredential, error) {
	o := &options{}
	for {
		select {
		case <-done:
			return azidentity.NewManagedIdentityCredential(o) // want "names no identity"
		default:
			o.ClientOptions.Telemetry.Disabled = true
		}
	}
}

func foreverWith(done chan bool) (azcore.TokenCredential, error) {
	o := &options{}
	for {
		select {
		case <-done:
			return azidentity.NewManagedIdentityCredential(o)
		default:
			o.ID = id()
		}
	}
}

func fall(kind int) (azcore.TokenCredential, error) {
	o := &options{}
	switch kind {
	case 0:
		o.ID = id()
		fallthrough
	case 1:
		o.ClientOptions.Telemetry.Disabled = true
	}
	return azidentity.NewManagedIdentityCredential(o)
}

func every(kind int) (azcore.TokenCredential, error) {
	o := &options{}
	switch kind {
	case 0, 1:
		o.ClientOptions.Telemetry.Disabled = true
	default:
	}
	return azidentity.NewManagedIdentityCredential(o) // want "names no identity"
}

func typed(v any) (azcore.TokenCredential, error) {
	o := &options{}
	switch v := v.(type) {
	case string:
		o.ClientOptions.Telemetry.ApplicationID = v
	case int:
	}
	return azidentity.NewManagedIdentityCredential(o) // want "names no identity"
}

func typedWith(v any) (azcore.TokenCredential, error) {
	o := &options{}
	switch v := v.(type) {
	case string:
		o.ID = azidentity.ClientID(v)
	}
	return azidentity.NewManagedIdentityCredential(o)
}

func jumpOver() (azcore.TokenCredential, error) {
	o := &options{}
	goto end
end:
	return azidentity.NewManagedIdentityCredential(o) // want "names no identity"
}

func jumpBack(n int) (azcore.TokenCredential, error) {
	o := &options{}
again:
	if n > 0 {
		o.ID = id()
		n--
		goto again
	}
	return azidentity.NewManagedIdentityCredential(o)
}

func deferred() (azcore.TokenCredential, error) {
	o := &options{}
	defer println(o)
	return azidentity.NewManagedIdentityCredential(o) // want "names no identity"
}

func numbers(yield func(int) bool) {
	for i := range 3 {
		if !yield(i) {
			return
		}
	}
}

func overFunction() (azcore.TokenCredential, error) {
	o := &options{}
	for i := range numbers {
		println(i)
	}
	return azidentity.NewManagedIdentityCredential(o) // want "names no identity"
}

func overFunctionWith() (azcore.TokenCredential, error) {
	o := &options{}
	for range numbers {
		o.ID = id()
	}
	return azidentity.NewManagedIdentityCredential(o)
}

func inOverFunction() {
	for range numbers {
		azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	}
}

func initialised() (azcore.TokenCredential, error) {
	if o := new(options); o != nil {
		return azidentity.NewManagedIdentityCredential(o) // want "names no identity"
	}
	return nil, nil
}

func dead() (azcore.TokenCredential, error) {
	return nil, nil
	return azidentity.NewManagedIdentityCredential(nil)
}

var state options

func init() {
	state = options{}
	state.ID = id()
}

func ofState() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&state)
}

var (
	blank   options
	pointed = &blank
)

func ofBlank() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&blank)
}

func init() {
	azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
}
