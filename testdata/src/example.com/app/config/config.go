// Package config is the configuration of an application.
package config

import "os"

// IdentityID returns the client ID of the application's identity.
func IdentityID() string { return os.Getenv("IDENTITY") }

// Read returns what there is.
func Read() (string, error) { return IdentityID(), nil }
