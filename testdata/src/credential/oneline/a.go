// Package oneline has a function on one line, which gofmt splits where it becomes too long.
package oneline

import azid "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func run() { azid.NewManagedIdentityCredential(nil) } // want "names no identity"
