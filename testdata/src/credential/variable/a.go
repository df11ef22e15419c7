// Package variable passes options in a variable.
package variable

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func zero() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}

func literal() (*azidentity.ManagedIdentityCredential, error) {
	opts := azidentity.ManagedIdentityCredentialOptions{}
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}

func pointer() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	return azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
}

func allocated() (*azidentity.ManagedIdentityCredential, error) {
	opts := new(azidentity.ManagedIdentityCredentialOptions)
	return azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
}

func otherField(options azcore.ClientOptions) (*azidentity.ManagedIdentityCredential, error) {
	opts := azidentity.ManagedIdentityCredentialOptions{}
	opts.ClientOptions = options
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}

func promoted() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	opts.Telemetry.ApplicationID = "app"
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}

func cleared() (*azidentity.ManagedIdentityCredential, error) {
	opts := azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))}
	opts.ID = nil
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}

func wrongVariable() (*azidentity.ManagedIdentityCredential, error) {
	var opts, other azidentity.ManagedIdentityCredentialOptions
	other.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}

func shadow() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	{
		opts := &azidentity.ManagedIdentityCredentialOptions{}
		opts.ID = azidentity.ClientID(os.Getenv("ID"))
	}
	return azidentity.NewManagedIdentityCredential(opts) // want "names no identity"
}

func inline() error {
	opts := azidentity.ManagedIdentityCredentialOptions{}
	if _, err := azidentity.NewManagedIdentityCredential(&opts); err != nil { // want "names no identity"
		return err
	}
	return nil
}

func set() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	opts.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&opts)
}

func setThroughPointer() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	p := &opts
	p.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&opts)
}

func setThroughField() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	id := &opts.ID
	*id = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&opts)
}

func replaced(id azidentity.ManagedIDKind) (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	opts = azidentity.ManagedIdentityCredentialOptions{ID: id}
	return azidentity.NewManagedIdentityCredential(&opts)
}

func pointerReplaced() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	*opts = azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ObjectID(os.Getenv("ID"))}
	return azidentity.NewManagedIdentityCredential(opts)
}
