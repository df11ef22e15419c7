package top

import m "wrapped/middle"

func open(identity string) {
	m.Open(m.Config{Name: "a"}) // want `^m.Open calls azidentity.NewManagedIdentityCredential and gets an ID that is always empty`
	m.Open(m.Config{Name: "a", Identity: identity})
	m.Fixed(m.Config{})
	m.Given(m.Config{})
}
