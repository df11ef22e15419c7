package middle // want package:`wraps\(Open\) knows\(Fixed Given\)`

import "wrapped/wrap"

// Config is passed on in part.
type Config struct {
	Name     string
	Identity string
}

// Open leaves the ID to its caller.
func Open(c Config) error {
	_, err := wrap.New(wrap.Options{ClientID: c.Identity})
	return err
}

// Fixed gives none itself, so that its callers are not to blame.
func Fixed(c Config) error {
	_, err := wrap.FromOptions(nil) // want `wrap.FromOptions calls azidentity.NewManagedIdentityCredential and names no identity`
	return err
}

// Given names one itself.
func Given(c Config) error {
	_, err := wrap.New(wrap.Options{ClientID: "6f9619ff-8b86-d011-b42d-00cf4fc964ff"})
	return err
}
