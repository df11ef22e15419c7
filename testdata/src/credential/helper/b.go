package helper

import (
	"errors"
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type environment struct{ name string }

func (e environment) without() *azidentity.ManagedIdentityCredentialOptions {
	return &azidentity.ManagedIdentityCredentialOptions{}
}

type source interface {
	options() *azidentity.ManagedIdentityCredentialOptions
}

func without() *azidentity.ManagedIdentityCredentialOptions {
	return &azidentity.ManagedIdentityCredentialOptions{}
}

func value() azidentity.ManagedIdentityCredentialOptions {
	var opts azidentity.ManagedIdentityCredentialOptions
	opts.Telemetry.ApplicationID = "app"
	return opts
}

func nothing() *azidentity.ManagedIdentityCredentialOptions { return nil }

func again() *azidentity.ManagedIdentityCredentialOptions { return without() }

func checked() (*azidentity.ManagedIdentityCredentialOptions, error) {
	if os.Getenv("HOST") == "" {
		return nil, errors.New("no host")
	}
	return &azidentity.ManagedIdentityCredentialOptions{}, nil
}

func with() *azidentity.ManagedIdentityCredentialOptions {
	return &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("ID"))}
}

func filled() (opts azidentity.ManagedIdentityCredentialOptions) {
	opts.ID = azidentity.ClientID(os.Getenv("ID"))
	return
}

func from(id azidentity.ManagedIDKind) *azidentity.ManagedIdentityCredentialOptions {
	return &azidentity.ManagedIdentityCredentialOptions{ID: id}
}

var common = &azidentity.ManagedIdentityCredentialOptions{}

func shared() *azidentity.ManagedIdentityCredentialOptions { return common }

func turn(n int) *azidentity.ManagedIdentityCredentialOptions {
	if n == 0 {
		return with()
	}
	return turn(n - 1)
}
