package testfiles

import (
	"testing"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func TestRun(t *testing.T) {
	if _, err := azidentity.NewManagedIdentityCredential(nil); err != nil {
		t.Error(err)
	}
	run()
}
