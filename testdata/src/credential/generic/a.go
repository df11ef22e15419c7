// Package generic has type parameters.
package generic

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func without() azcore.TokenCredential {
	return must(azidentity.NewManagedIdentityCredential(nil)) // want "names no identity"
}

func withoutExplicitly() azcore.TokenCredential {
	return must[*azidentity.ManagedIdentityCredential](azidentity.NewManagedIdentityCredential(nil)) // want "names no identity"
}

func inside[T any](v T) (T, *azidentity.ManagedIdentityCredential) {
	var opts azidentity.ManagedIdentityCredentialOptions
	cred, _ := azidentity.NewManagedIdentityCredential(&opts) // want "names no identity"
	return v, cred
}

func pointer[T any](v T) *T { return &v }

func pointed() azcore.TokenCredential {
	return must(azidentity.NewManagedIdentityCredential(pointer(azidentity.ManagedIdentityCredentialOptions{
		ID: azidentity.ClientID(os.Getenv("ID")),
	})))
}

func zero[T any]() *T { return new(T) }

func zeroed() azcore.TokenCredential {
	return must(azidentity.NewManagedIdentityCredential(zero[azidentity.ManagedIdentityCredentialOptions]())) // want "names no identity"
}

type box[T any] struct{ value T }

func (b *box[T]) get() *T { return &b.value }

func boxed(b *box[azidentity.ManagedIdentityCredentialOptions]) azcore.TokenCredential {
	return must(azidentity.NewManagedIdentityCredential(b.get()))
}
