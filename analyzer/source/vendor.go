package source

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// This room looks into vendor folders, as far as that tells of identities: at packages that the table names and no outline has,
// and at those that the module imports and that use a library of the table, since they may pass an ID on. To know all types that
// vendored packages declare makes a run several times as long, and no finding comes of it.

// A vendor is a vendor folder with the packages that its modules.txt lists: none, if there is no such file.
type vendor struct {
	dir      string
	packages map[string]bool
	matters  bool // a library of the table is one of them
}

// vendored returns the folder of a vendored package. If the go command is asked, it knows better.
func (l *loader) vendored(path, from string) (dir string, v *vendor) {
	m := l.resolver.module(from)
	if m == nil || l.typed != nil {
		return "", nil
	}
	if v = l.vendors[m]; v == nil {
		v = readVendor(l.resolver.vendor(m), l.table)
		l.vendors[m] = v
	}
	if !v.packages[path] {
		return "", nil
	}
	return filepath.Join(v.dir, filepath.FromSlash(path)), v
}

// fetchVendored returns the folder of a vendored package that an import means, if it can tell more than the table and the outlines.
func (l *loader) fetchVendored(dir, path string, v *vendor) *folder {
	if !v.matters || l.table.Import(path) == identity.Relevant || l.hasOutline(path) {
		return nil
	}
	f := l.fetch(dir)
	if !f.relevant {
		return nil
	}
	f.imports = nil
	return f
}

// vendor returns the vendor folder that imports in a module lead to: a workspace has one for all of its modules.
func (r *resolver) vendor(m *module) string {
	if slices.Contains(r.used(), m) {
		return filepath.Join(r.work.dir, "vendor")
	}
	return filepath.Join(m.dir, "vendor")
}

func readVendor(dir string, table *identity.Table) *vendor {
	v := &vendor{dir: dir, packages: make(map[string]bool)}
	name := filepath.Join(dir, "modules.txt")
	if !isRegular(name) {
		return v
	}
	text, err := readSettings(name)
	if err != nil { // the types stay unknown
		return v
	}
	for path := range strings.Lines(string(text)) {
		if path = strings.TrimSpace(path); !strings.HasPrefix(path, "#") {
			v.packages[path] = true
			v.matters = v.matters || table.Import(path) == identity.Relevant
		}
	}
	return v
}
