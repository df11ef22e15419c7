package settings

import (
	"errors"

	"example.com/app/cloud"
)

// Client gives up what it was putting together.
func Client(name string) (cloud.Client, error) {
	if name == "" {
		return cloud.Client{}, errors.New("no name")
	}
	return cloud.Client{ClientID: name}, nil
}

// Pointer does, too.
func Pointer(name string) (*cloud.Client, error) {
	if name == "" {
		return &cloud.Client{}, errors.New("no name")
	}
	return &cloud.Client{Secret: name}, nil
}

// Nameless names none.
func Nameless() (*cloud.Client, error) {
	return &cloud.Client{}, nil // want "cloud.Client names no identity"
}

// Early leaves before the ID is there.
func Early(get func() (string, error)) error {
	cfg := cloud.AuthConfig{UseManagedIdentity: true}
	id, err := get()
	if err != nil {
		return err
	}
	cfg.ClientID = id
	return cloud.Start(&cfg)
}
