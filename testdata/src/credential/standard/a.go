// Package standard has a block of imports for the fix, with os not yet among them.
package standard

import (
	"fmt"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func print(words ...string) {
	fmt.Println(strings.Join(words, " "))
	fmt.Println(azidentity.NewManagedIdentityCredential(nil)) // want "names no identity"
}
