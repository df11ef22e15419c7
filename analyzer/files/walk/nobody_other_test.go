//go:build !linux

package walk_test

import (
	"os"
	"testing"
)

// asNobody has no way to run the test as another user.
func asNobody(t *testing.T) bool {
	t.Helper()
	if os.Geteuid() == 0 {
		t.Skip("root reads every file: run the tests as another user")
	}
	return false
}
