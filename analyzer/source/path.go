package source

import (
	"path/filepath"
	"slices"
	"strings"
)

// importPath returns the path that imports a folder. If none does, because there is no module or it has no path, it is the name of
// the folder.
func (r *resolver) importPath(dir string) (path string, importable bool) {
	top, ok := r.topOf(dir)
	rel, err := filepath.Rel(top.dir, dir)
	switch {
	case !ok || err != nil:
		return filepath.Base(dir), false
	case rel == ".":
		return top.path, true
	}
	return strings.TrimPrefix(top.path+"/"+filepath.ToSlash(rel), "/"), true
}

// topOf returns where the import path of a folder begins.
func (r *resolver) topOf(dir string) (top root, ok bool) {
	if r.top != "" {
		return root{dir: r.top}, true
	}
	if vendor, ok := vendorAround(dir, r.work.dir); ok {
		return vendor, true
	}
	m := r.module(dir)
	if m == nil {
		return root{}, false
	}
	if vendor, ok := vendorAround(dir, m.dir); ok {
		return vendor, true
	}
	if path := r.standsFor(m); path != "" {
		return root{path, m.dir}, true
	}
	return m.root, m.path != ""
}

// vendorAround returns the vendor folder in top if the folder stands in it.
func vendorAround(dir, top string) (vendor root, ok bool) {
	vendor.dir = filepath.Join(top, "vendor")
	return vendor, top != "" && strings.HasPrefix(dir, vendor.dir+string(filepath.Separator))
}

// standsFor returns the path that replace directives have a module stand for, or "". Its go.mod may name another, or none.
func (r *resolver) standsFor(m *module) string {
	if r.stands == nil {
		r.stands = make(map[string]string)
		for _, replaced := range append(slices.Clone(r.work.replaced), replaced(r.modules())...) {
			if r.stands[replaced.dir] == "" {
				r.stands[replaced.dir] = replaced.path
			}
		}
	}
	return r.stands[m.dir]
}
