// Package groups has groups of imports in another order, and comments among them.
package groups

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"

	// The standard library comes last here.
	"context" // for deadlines
	"time"
)

func run() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = ctx
	_, err := azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
	return err
}
