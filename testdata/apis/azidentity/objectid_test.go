//go:build !no_objectid

package azidentity

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"

	"github.com/whichid/whichid/testdata/apis/wire"
)

// ObjectID: azidentity@v1.8.0/CHANGELOG.md.
func init() {
	newerCases = []wire.Case{
		{Name: "object ID", Ask: withID(azidentity.ObjectID("x")), Want: "object_id=x"},
		{Name: "empty object ID, once", Before: "1.9", Ask: withID(azidentity.ObjectID("")), Want: "object_id="},
		{Name: "empty object ID", Since: "1.9", Ask: withID(azidentity.ObjectID("")), Error: refused("Object")},
	}
}
