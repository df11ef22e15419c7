package source

import (
	"os"
	"path/filepath"
	"slices"
)

// This room orders folders, so that a package comes after those that it imports, and finds the packages that matter only for
// what they import: another package's function may pass an ID on.

// folders is the import graph of the folders that were walked, and of those of their modules that these import.
type graph struct {
	loader *loader
	found  map[importKey]*folder // nil for other modules' packages
	order  []*folder
	state  map[*folder]reach
}

// An importKey is an import in some module: the same path means the same folder for all of its files.
type importKey struct {
	module *module
	path   string
}

// A reach is what is known of a folder while the graph is walked.
type reach int

const (
	unseen   reach = iota
	inside         // being walked: to be met again is an import cycle
	hopeless       // neither relevant, nor does it import what is
	promising
)

func (l *loader) newGraph() *graph {
	return &graph{loader: l, found: make(map[importKey]*folder), state: make(map[*folder]reach)}
}

// sorted returns the relevant folders and those that import one, at any distance: each after those that it imports. Test files
// have no part in the order, as they may import what imports their package.
func (g *graph) sorted(walked []*folder) []*folder {
	for _, f := range walked {
		g.visit(f)
	}
	for _, f := range walked {
		for _, target := range f.testNeeds {
			g.visit(target)
		}
	}
	return g.order
}

func (g *graph) visit(f *folder) reach {
	if g.state[f] != unseen {
		return g.state[f]
	}
	g.state[f] = inside
	result := hopeless
	for _, path := range f.imports {
		if target := g.target(path, f); target != nil && target != f {
			if g.visit(target) == promising {
				result = promising
			}
			f.needs = append(f.needs, target)
		}
	}
	for _, path := range f.testImports {
		if target := g.target(path, f); target != nil && target != f {
			f.testNeeds = append(f.testNeeds, target)
		}
	}
	if f.relevant || len(f.testImports) > 0 {
		result = promising
	}
	g.state[f] = result
	if result == promising {
		g.order = append(g.order, f)
	}
	return result
}

// target returns the folder that an import means: one of the tree, or of another module if that was read.
func (g *graph) target(path string, f *folder) *folder {
	if f.outside == nil {
		if target := g.find(path, f.dir); target != nil {
			return target
		}
	}
	return g.loader.typed.target(path, f)
}

// find returns the folder of the tree that an import means, which is read now if the walk did not come by.
func (g *graph) find(path, from string) *folder {
	key := importKey{g.loader.resolver.module(from), path}
	if f, known := g.found[key]; known {
		return f
	}
	g.found[key] = nil
	if dir, ok := g.loader.inTree(path, from); ok {
		g.found[key] = g.loader.fetch(dir)
	} else if dir, v := g.loader.vendored(path, from); v != nil {
		g.found[key] = g.loader.fetchVendored(dir, path, v)
	}
	return g.found[key]
}

// fetch returns a folder that another one imports, which is gated now if nobody asked for it.
func (l *loader) fetch(dir string) *folder {
	if l.folders[dir] == nil && l.list(dir).relevant {
		l.relevant[dir] = l.folders[dir]
	}
	return l.folders[dir]
}

// list gates a folder that nobody asked for.
func (l *loader) list(dir string) *folder {
	f := &folder{dir: dir, only: make(map[string]bool), silent: true, build: l.build}
	entries, _ := os.ReadDir(dir)
	for _, entry := range entries {
		if name := entry.Name(); !entry.IsDir() && isGo(name) && !isTest(name) && !hidden(name) {
			f.add(entry)
		}
	}
	f.gate(l.table)
	l.folders[dir] = f
	return f
}

// promote makes a folder relevant if one that it needs passes an ID on, and reports whether it did.
func (l *loader) promote(f *folder, needs []*folder) bool {
	if !passOn(needs) {
		return false
	}
	f.texts = make(map[string][]byte, len(f.names))
	for _, name := range f.names {
		if text, err := readRegular(filepath.Join(f.dir, name)); err == nil && text != nil { // it was read before
			f.texts[name] = text
		}
	}
	f.relevant = true
	for _, failed := range f.weigh() {
		if f.says(failed.path) {
			l.errs = append(l.errs, failed.describe(l.base))
		}
	}
	if !f.relevant {
		return false
	}
	l.relevant[f.dir] = f
	delete(l.parsed, f.dir) // of which there were only the declarations
	return true
}

func passOn(needs []*folder) bool { return slices.ContainsFunc(needs, (*folder).passesOn) }

func (f *folder) passesOn() bool { return f.wraps != nil && f.wraps() }
