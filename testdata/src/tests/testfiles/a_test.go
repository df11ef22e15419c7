package testfiles

import (
	"testing"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func TestRun(t *testing.T) {
	if _, err := azidentity.NewManagedIdentityCredential(nil); err != nil { // want "names no identity"
		t.Error(err)
	}
	run()
}
