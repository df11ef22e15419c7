// Package functions holds functions in variables, maps and structs.
package functions

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type token struct{ id string }

func (t token) make() (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(t.id)})
}

func methodValue() (azcore.TokenCredential, error) {
	t := token{}
	f := t.make
	return f() // want "make calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func methodValueWith(id string) (azcore.TokenCredential, error) {
	t := token{id: id}
	f := t.make
	return f()
}

func methodExpression() (azcore.TokenCredential, error) {
	return token.make(token{}) // want "make calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func methodExpressionWith(id string) (azcore.TokenCredential, error) {
	f := token.make
	return f(token{id})
}

func make1(id string) (azcore.TokenCredential, error) {
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)})
}

func functionValue() (azcore.TokenCredential, error) {
	f := make1
	return f("") // want "make1 calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func functionValueWith() (azcore.TokenCredential, error) {
	f := make1
	return f(os.Getenv("ID"))
}

func inMap() (azcore.TokenCredential, error) {
	m := map[string]func(string) (azcore.TokenCredential, error){"one": make1}
	return m["one"]("") // want "make1 calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func inMapWith(id string) (azcore.TokenCredential, error) {
	m := map[string]func(string) (azcore.TokenCredential, error){"one": make1}
	return m["one"](id)
}

type table struct {
	create func(*azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error)
	fill   func(*azidentity.ManagedIdentityCredentialOptions)
}

func inStruct() (azcore.TokenCredential, error) {
	t := table{create: azidentity.NewManagedIdentityCredential}
	return t.create(nil) // want "names no identity"
}

func inStructFilled(id string) (azcore.TokenCredential, error) {
	t := table{fill: func(o *azidentity.ManagedIdentityCredentialOptions) { o.ID = azidentity.ClientID(id) }}
	o := &azidentity.ManagedIdentityCredentialOptions{}
	t.fill(o)
	return azidentity.NewManagedIdentityCredential(o)
}

var constructor = azidentity.NewManagedIdentityCredential

func replaceable() (azcore.TokenCredential, error) {
	return constructor(nil) // want "names no identity"
}

var mock = azidentity.NewManagedIdentityCredential

func replaced() (azcore.TokenCredential, error) { return mock(nil) }

func replace(f func(*azidentity.ManagedIdentityCredentialOptions) (*azidentity.ManagedIdentityCredential, error)) {
	mock = f
}
