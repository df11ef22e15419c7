// Package setters hands options to functions that may fill them.
package setters

import (
	"encoding/json"
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func set(options *azidentity.ManagedIdentityCredentialOptions) {
	options.ID = azidentity.ClientID(os.Getenv("ID"))
}

func byPointer() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	set(opts)
	return azidentity.NewManagedIdentityCredential(opts)
}

func byAddress() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	set(&opts)
	return azidentity.NewManagedIdentityCredential(&opts)
}

func byOption(fill ...func(*azidentity.ManagedIdentityCredentialOptions)) (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	for _, f := range fill {
		f(&opts)
	}
	return azidentity.NewManagedIdentityCredential(&opts)
}

func byDecoder(text []byte) (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	if err := json.Unmarshal(text, &opts); err != nil {
		return nil, err
	}
	return azidentity.NewManagedIdentityCredential(&opts)
}

func byInterface(v interface{ Fill(any) }) (*azidentity.ManagedIdentityCredential, error) {
	opts := new(azidentity.ManagedIdentityCredentialOptions)
	v.Fill(opts)
	return azidentity.NewManagedIdentityCredential(opts)
}

type holder struct {
	options *azidentity.ManagedIdentityCredentialOptions
}

func (h holder) fill() { h.options.ID = azidentity.ClientID(os.Getenv("ID")) }

func byHolder() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	holder{opts}.fill()
	return azidentity.NewManagedIdentityCredential(opts)
}

func byField(field *azidentity.ManagedIDKind) {
	*field = azidentity.ClientID(os.Getenv("ID"))
}

func byFieldAddress() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	byField(&opts.ID)
	return azidentity.NewManagedIdentityCredential(&opts)
}

func byGoroutine() (*azidentity.ManagedIdentityCredential, error) {
	opts := &azidentity.ManagedIdentityCredentialOptions{}
	done := make(chan bool)
	go func() {
		set(opts)
		close(done)
	}()
	<-done
	return azidentity.NewManagedIdentityCredential(opts)
}

// byValue cannot fill: the callee has a copy.
func byValue() (*azidentity.ManagedIdentityCredential, error) {
	var opts azidentity.ManagedIdentityCredentialOptions
	show(opts)
	return azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
}

func show(options azidentity.ManagedIdentityCredentialOptions) { println(options.Telemetry.Disabled) }
