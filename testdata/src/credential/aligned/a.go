// Package aligned has comments that gofmt aligns with the next line's.
package aligned

import (
	"os"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func run() {
	azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	println(os.Args[0])                          // the program
}

type credential struct {
	name string // for people
	cred *azidentity.ManagedIdentityCredential
	err  error
}

func create() credential {
	var c credential
	c.name = "host"                                              // for people
	c.cred, c.err = azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	return c
}
