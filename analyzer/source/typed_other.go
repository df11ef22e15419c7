package source

import (
	"path/filepath"

	"github.com/whichid/whichid/analyzer/source/golist"
)

// This room finds the packages of other modules whose functions may pass an ID on: those that the tree imports, and what these import
// where that can lead to a library of the table. The libraries themselves are left out: the table knows them better than their source.

// locate finds out where the packages are that folders import, and gates them.
func (t *typed) locate(folders []*folder) {
	for len(folders) > 0 {
		paths := make(asked)
		for _, f := range folders {
			for _, path := range f.allImports() {
				if o := t.external(path, f.dir); o != nil {
					o.from[f.dir] = true
					paths.add(o.packageKey)
				}
			}
		}
		var found []*folder
		for _, b := range t.order(paths) {
			for _, p := range b.Locate(paths.paths(b)) {
				if f := t.place(b, p); f != nil {
					found = append(found, f)
				}
			}
		}
		t.gateAll(found)
		folders = found[:0]
		for _, f := range found {
			if f.outside.reaches {
				folders = append(folders, f)
			}
		}
	}
}

// external returns a package that is to be located: none of the standard library, and none that was located before.
func (t *typed) external(path, from string) *other {
	if t.graph.find(path, from) != nil {
		return nil
	}
	o := t.other(path, from)
	if o == nil || o.folder != nil || o.build.IsStandard(path) {
		return nil
	}
	return o
}

// place notes where a package is, and returns its folder if that has to be gated.
func (t *typed) place(b *golist.Build, p *golist.Package) *folder {
	if p.Dir == "" {
		return nil
	}
	o := t.others[packageKey{b, p.Path}]
	o.name = clauseIn(p.Dir, p.Files)
	if t.loader.table.HasRows(p.Path) || t.loader.folders[p.Dir] != nil && t.folders[p.Dir] == nil { // the tree's
		return nil
	}
	if o.folder = t.folders[p.Dir]; o.folder != nil {
		return nil
	}
	o.folder = &folder{
		dir: p.Dir, names: p.Files, build: &t.context, only: make(map[string]bool), silent: true,
		outside: &outside{o.packageKey, t.reaches(b, p.Mod)},
	}
	t.folders[p.Dir] = o.folder
	t.loader.folders[p.Dir] = o.folder
	return o.folder
}

// clauseIn returns the name of a package, which the first of its files tells that can be imported.
func clauseIn(dir string, names []string) string {
	for _, name := range names {
		text, err := readRegular(filepath.Join(dir, name))
		if err != nil {
			continue
		}
		if h, err := readHeader(text); err == nil && h.clause != "main" && h.clause != "documentation" {
			return h.clause
		}
	}
	return ""
}
