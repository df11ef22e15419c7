package source

import (
	"maps"
	"os"
	"slices"

	"github.com/whichid/whichid/analyzer/source/golist"
)

// This room tells which modules of a tree are built together: their packages have the same types, and an import means the same in all.

// build returns what imports mean in a folder. Folders outside of modules share one: there they mean the standard library.
func (t *typed) build(dir string) *golist.Build {
	if f := t.folders[dir]; f != nil {
		return f.outside.build
	}
	home := t.loader.base
	if m := t.loader.resolver.module(dir); m != nil {
		home = m.dir
	}
	if t.builds[home] == nil {
		b := golist.NewBuild(t.loader.fset, t.flags, home)
		for _, module := range b.Modules() {
			if t.builds[module] == nil {
				t.builds[module] = b
			}
		}
	}
	return t.builds[home]
}

// settle asks about imports from one module of the tree in another one. If the go command finds the same folder, the two are built
// together; if it finds another, that is what is meant. If it finds none, the import means what it does without the go command.
func (t *typed) settle(reached []*folder) {
	across := make(asked)
	guessed := make(map[packageKey]map[importKey]string) // the folder of the tree
	for _, f := range reached {
		for _, path := range f.allImports() {
			target := t.graph.find(path, f.dir)
			if target == nil || t.build(target.dir) == t.build(f.dir) {
				continue
			}
			key := packageKey{t.build(f.dir), path}
			across.add(key)
			if guessed[key] == nil {
				guessed[key] = make(map[importKey]string)
			}
			guessed[key][importKey{t.loader.resolver.module(f.dir), path}] = target.dir
		}
	}
	for _, b := range t.order(across) {
		for _, p := range b.Find(across.paths(b)) {
			for key, dir := range guessed[packageKey{b, p.Path}] {
				switch {
				case p.Dir == "":
				case sameFolder(p.Dir, dir):
					t.join(b, t.build(dir))
				default:
					t.foreign[key] = true
					t.graph.found[key] = nil
				}
			}
		}
	}
}

// join makes one build of two.
func (t *typed) join(b, other *golist.Build) {
	if b == other {
		return
	}
	b.Join(other)
	for dir, of := range t.builds {
		if of == other {
			t.builds[dir] = b
		}
	}
}

func sameFolder(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// asked is import paths to ask for, by build.
type asked map[*golist.Build]map[string]bool

func (a asked) add(key packageKey) {
	if a[key.build] == nil {
		a[key.build] = make(map[string]bool)
	}
	a[key.build][key.path] = true
}

func (a asked) paths(b *golist.Build) []string { return slices.Sorted(maps.Keys(a[b])) }

// order returns the builds that are asked, in the order of their folders.
func (t *typed) order(of asked) (out []*golist.Build) {
	for _, dir := range slices.Sorted(maps.Keys(t.builds)) {
		if b := t.builds[dir]; of[b] != nil && !slices.Contains(out, b) {
			out = append(out, b)
		}
	}
	return out
}
