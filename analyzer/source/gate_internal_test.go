package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

// TestGateVanished gates a folder of which a file is gone that was there when it was listed. The others are judged.
func TestGateVanished(t *testing.T) {
	t.Parallel()
	table, err := identity.NewTable()
	if err != nil {
		t.Fatal(err)
	}
	f := &folder{dir: t.TempDir(), names: []string{"a.go", "gone.go"}}
	text := "package a\n\nimport _ \"github.com/Azure/azure-sdk-for-go/sdk/azidentity\" // for whichid\n"
	if err := os.WriteFile(filepath.Join(f.dir, "a.go"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	f.gate(table)
	if !f.relevant || len(f.failed) != 1 || !errors.Is(f.failed[0].err, fs.ErrNotExist) || filepath.Base(f.failed[0].path) != "gone.go" {
		t.Errorf("relevant %v, failed %v", f.relevant, f.failed)
	}
	want := Error{File: "gone.go", Message: "cannot be read: no such file or directory"}
	if got := f.failed[0].describe(f.dir); got != want {
		t.Errorf("said %v, want %v", got, want)
	}
}
