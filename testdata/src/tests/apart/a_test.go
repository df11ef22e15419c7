package apart

import (
	"testing"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func TestCredential(t *testing.T) {
	options.ID = azidentity.ClientID(t.Name())
	if _, err := credential(); err != nil {
		t.Error(err)
	}
}

func TestOpen(t *testing.T) {
	if _, err := open(nil); err != nil { // want "names no identity"
		t.Error(err)
	}
	if _, err := meant(nil); err != nil {
		t.Error(err)
	}
}
