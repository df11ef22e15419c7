// Package functional configures credentials by functional options.
package functional

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

type config struct {
	clientID string
	retries  int
}

// An Option sets something.
type Option func(*config)

// WithClientID names the identity.
func WithClientID(id string) Option {
	return func(c *config) { c.clientID = id }
}

// WithRetries sets something else.
func WithRetries(n int) Option { return func(c *config) { c.retries = n } }

// New may get an ID.
func New(options ...Option) (azcore.TokenCredential, error) {
	cfg := config{retries: 3}
	for _, option := range options {
		option(&cfg)
	}
	return azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(cfg.clientID)})
}

func without() (azcore.TokenCredential, error) {
	return New(WithRetries(3)) // want "New calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func withNone() (azcore.TokenCredential, error) {
	return New() // want "New calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func with(id string) (azcore.TokenCredential, error) {
	return New(WithRetries(3), WithClientID(id))
}

func withFirst() (azcore.TokenCredential, error) {
	return New(WithClientID(os.Getenv("ID")), WithRetries(3))
}

func inSlice() (azcore.TokenCredential, error) {
	options := []Option{WithRetries(3)}
	return New(options...) // want "New calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func appended(id string) (azcore.TokenCredential, error) {
	options := []Option{WithRetries(3)}
	options = append(options, WithClientID(id))
	return New(options...)
}

func appendedWithout() (azcore.TokenCredential, error) {
	var options []Option
	options = append(options, WithRetries(3))
	return New(options...) // want "New calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func sometimes(id string) (azcore.TokenCredential, error) {
	options := []Option{WithRetries(3)}
	if id != "" {
		options = append(options, WithClientID(id))
	}
	return New(options...)
}

func given(options ...Option) (azcore.TokenCredential, error) {
	return New(options...)
}

func givenNone() (azcore.TokenCredential, error) {
	return given() // want "given calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func givenSome(id string) (azcore.TokenCredential, error) {
	return given(WithClientID(id))
}

func literal(id string) (azcore.TokenCredential, error) {
	return New(func(c *config) { c.clientID = id })
}

func literalWithout() (azcore.TokenCredential, error) {
	return New(func(c *config) { c.retries = 1 }) // want "New calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty"
}

func fromElsewhere(option Option) (azcore.TokenCredential, error) {
	return New(option)
}
