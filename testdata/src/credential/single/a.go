// Package single has one import without a block.
package single

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

var cred, err = azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
