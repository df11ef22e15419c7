package callers

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/go-autorest/autorest/adal"

	"wrapped/wrap"
)

func options(id string) {
	wrap.New(wrap.Options{Retries: 3}) // want `^wrap.New calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty`
	wrap.New(wrap.Options{ClientID: id})
	wrap.New(wrap.Options{ClientID: os.Getenv("AZURE_CLIENT_ID")})
}

func pointer(o *azidentity.ManagedIdentityCredentialOptions) {
	wrap.FromOptions(nil)                                            // want `^wrap.FromOptions calls azidentity.NewManagedIdentityCredential and names no identity`
	wrap.FromOptions(&azidentity.ManagedIdentityCredentialOptions{}) // want `names no identity`
	wrap.FromOptions(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))})
	wrap.FromOptions(o)
}

func word(id string) {
	wrap.FromString("x")
	wrap.FromString(id)
}

func either(id string) {
	wrap.Either(&adal.ManagedIdentityOptions{}) // want `wrap.Either calls adal.NewServicePrincipalTokenFromManagedIdentity and names no identity`
	wrap.Either(&adal.ManagedIdentityOptions{IdentityResourceID: id})
}

func helpers() {
	azidentity.NewManagedIdentityCredential(wrap.Unnamed()) // want `^azidentity.NewManagedIdentityCredential names no identity`
	o := wrap.Unnamed()
	azidentity.NewManagedIdentityCredential(o) // want `^azidentity.NewManagedIdentityCredential names no identity`
	set := wrap.Unnamed()
	set.ID = azidentity.ClientID(os.Getenv("ID"))
	azidentity.NewManagedIdentityCredential(set)
	azidentity.NewManagedIdentityCredential(wrap.Named())
	azidentity.NewManagedIdentityCredential(wrap.Shared())
	wrap.FromOptions(wrap.Unnamed()) // want `wrap.FromOptions calls`
}

func defaults(id string) {
	wrap.New(wrap.Default()) // want `wrap.New calls`
	o := wrap.Default()
	o.SetRetries(4)
	wrap.New(o) // want `wrap.New calls`
	o.SetID(id)
	wrap.New(o)
}

func setters(id string) {
	o := &azidentity.ManagedIdentityCredentialOptions{}
	wrap.SetScopes(o, nil)
	azidentity.NewManagedIdentityCredential(o) // want `names no identity`
	wrap.SetClientID(o, id)
	azidentity.NewManagedIdentityCredential(o)
}
