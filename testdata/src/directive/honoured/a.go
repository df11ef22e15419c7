// Package honoured says, with reasons, that things are meant: silence.
package honoured

import (
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func sameLine() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //whichid:system-assigned -- the host has one
}

func lineAbove() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- the host has one
	return azidentity.NewManagedIdentityCredential(nil)
}

func aboveStatement() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- the host has one
	cred, err := must(
		azidentity.NewManagedIdentityCredential(
			nil,
		),
	)
	return cred, err
}

func inComment() (*azidentity.ManagedIdentityCredential, error) {
	// The host's own identity has the role.
	//
	//whichid:system-assigned -- the role is bound to it
	return azidentity.NewManagedIdentityCredential(nil)
}

func ignored() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:ignore -- a sample
	return azidentity.NewManagedIdentityCredential(nil)
}

func ignoredRule() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:ignore credential -- a sample
	return azidentity.NewManagedIdentityCredential(nil)
}

func ignoredEmpty() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:ignore ignored-id -- to see the error
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID("")})
}

func url() (*http.Response, error) {
	//whichid:system-assigned -- the host has one
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net")
}

func header() error {
	//whichid:system-assigned -- the host has one
	if _, err := azidentity.NewManagedIdentityCredential(nil); err != nil {
		return err
	}
	return nil
}

//whichid:system-assigned -- the host has one
var cred, err = azidentity.NewManagedIdentityCredential(nil)

var (
	//whichid:system-assigned -- the host has one
	first, firstErr = azidentity.NewManagedIdentityCredential(nil)

	second, secondErr = azidentity.NewManagedIdentityCredential(nil) //whichid:system-assigned -- the host has one
)

func must(cred *azidentity.ManagedIdentityCredential, err error) (*azidentity.ManagedIdentityCredential, error) {
	return cred, err
}

func condition() error {
	if first == nil {
		return nil
		//whichid:system-assigned -- the host has one
	} else if _, err := azidentity.NewManagedIdentityCredential(nil); err != nil {
		return err
	}
	return nil
}

func clause(kind string) (*azidentity.ManagedIdentityCredential, error) {
	switch kind {
	//whichid:system-assigned -- the host has one
	case "host":
		println("host")
		return azidentity.NewManagedIdentityCredential(nil)
	default:
		return nil, nil
	}
}

type pair struct {
	name  string
	build func() (*azidentity.ManagedIdentityCredential, error)
}

func elements() []pair {
	return []pair{
		//whichid:system-assigned -- the host has one
		{"first", func() (*azidentity.ManagedIdentityCredential, error) {
			return azidentity.NewManagedIdentityCredential(nil)
		}},
		{
			name: "second",
			//whichid:ignore credential -- a sample
			build: func() (*azidentity.ManagedIdentityCredential, error) {
				return azidentity.NewManagedIdentityCredential(nil)
			},
		},
	}
}

func argument() (*azidentity.ManagedIdentityCredential, error) {
	return must(
		//whichid:system-assigned -- the host has one
		azidentity.NewManagedIdentityCredential(
			nil,
		),
	)
}

// The comment goes on after the directive.
func middle() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:system-assigned -- the host has one
	// See the manual of the host.
	return azidentity.NewManagedIdentityCredential(nil)
}

func ignoredRules() (*azidentity.ManagedIdentityCredential, error) {
	//whichid:ignore imds-url, credential -- a sample
	return azidentity.NewManagedIdentityCredential(nil)
}

// A rule that is off has found something, so the directive has its use.
func disabledRule() (*azidentity.DefaultAzureCredential, error) {
	//whichid:ignore default-credential -- every deployment sets AZURE_CLIENT_ID
	return azidentity.NewDefaultAzureCredential(nil)
}

func systemAssigned() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(nil) //whichid:system-assigned -- the name says it
}
