// Package foreign uses types of a package that the command does not know: silence, except where the code alone says enough.
package foreign

import (
	"os"

	"example.com/app/settings"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func promoted() (*azidentity.ManagedIdentityCredential, error) {
	var s settings.Settings
	s.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&s.ManagedIdentityCredentialOptions)
}

func promotedPointer() (*azidentity.ManagedIdentityCredential, error) {
	s := &settings.Settings{Name: "app"}
	s.ID = azidentity.ClientID(os.Getenv("ID"))
	return azidentity.NewManagedIdentityCredential(&s.ManagedIdentityCredentialOptions)
}

func method() (*azidentity.ManagedIdentityCredential, error) {
	var s settings.Settings
	s.Fill()
	return azidentity.NewManagedIdentityCredential(&s.ManagedIdentityCredentialOptions)
}

func methodValue() (*azidentity.ManagedIdentityCredential, error) {
	var s settings.Settings
	fill := s.Fill
	fill()
	return azidentity.NewManagedIdentityCredential(&s.ManagedIdentityCredentialOptions)
}

func holder() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	settings.Holder{Options: opts}.Fill()
	return azidentity.NewManagedIdentityCredential(opts)
}

func holderWithoutKey() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	h := settings.Holder{opts}
	h.Fill()
	return azidentity.NewManagedIdentityCredential(opts)
}

func function() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	settings.Fill(&opts)
	return azidentity.NewManagedIdentityCredential(&opts)
}

func field() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	settings.FillID(&opts.ID)
	return azidentity.NewManagedIdentityCredential(&opts)
}

func variable() (*azidentity.ManagedIdentityCredential, error) {
	opts := settings.Default
	return azidentity.NewManagedIdentityCredential(&opts)
}

func pointer() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&settings.Default)
}

func id() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: settings.None})
}

func name(s settings.Settings) (*azidentity.ManagedIdentityCredential, error) {
	opts := azidentity.ManagedIdentityCredentialOptions{}
	opts.Telemetry.ApplicationID = s.Name
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}
