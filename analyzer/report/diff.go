package report

import (
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff returns the fixes of one file as a unified diff that git apply and patch -p1 take in the working folder.
func (f Fixed) Diff() []byte {
	name := filepath.ToSlash(f.Name)
	if strings.Contains(name, " ") {
		name += "\t" // ends the name, as git and diff write it
	}
	return diff.Diff("a/"+name, f.Old, "b/"+name, f.New)
}
