package source

import (
	"go/build"
	"go/types"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/source/golist"
)

// This room and its neighbours (typed_*.go) are the other way to load, -typed: the folders of the tree are read as ever, but the go
// command says what imports of other modules mean. Their types are complete then, and their functions may pass an ID on.

// typed is what the go command knows. A nil one knows nothing.
type typed struct {
	loader  *loader
	graph   *graph
	context build.Context // of go build
	flags   []string      // of go build
	builds  map[string]*golist.Build
	foreign map[importKey]bool    // imports that the tree has a folder for, but the go command another
	others  map[packageKey]*other // packages of other modules
	meant   map[importKey]*other  // by what imports of the tree mean; nil for a folder of it
	folders map[string]*folder    // theirs, those that are gated
	reached map[string]bool       // see reaches
	modules map[string]bool       // see namesLibrary

	broken     map[*golist.Build][]Error
	complained map[string]bool // folders of which an error is known
}

// A packageKey is a package as an import in some build means it.
type packageKey struct {
	build *golist.Build
	path  string
}

// An other is a package of another module, or of the standard library.
type other struct {
	packageKey
	folder *folder         // with its source, or nil if nothing of that is to be seen
	name   string          // of its package clause, or "" if it is the one to be expected
	wanted bool            // its types are needed
	from   map[string]bool // the folders that import it
}

// An outside says which package a folder of another module holds.
type outside struct {
	packageKey
	reaches bool // its module can reach a library of the table
}

func newTyped(l *loader) *typed {
	t := &typed{
		loader: l, context: build.Default,
		builds: make(map[string]*golist.Build), foreign: make(map[importKey]bool),
		others: make(map[packageKey]*other), meant: make(map[importKey]*other),
		folders: make(map[string]*folder), reached: make(map[string]bool),
		broken: make(map[*golist.Build][]Error), complained: make(map[string]bool),
	}
	if l.build != nil {
		t.context = *l.build
		t.flags = []string{"-tags=" + strings.Join(l.build.BuildTags, ",")}
	}
	return t
}

// prepare learns where the packages of other modules are that a tree imports, and which of them can matter.
func (t *typed) prepare(g *graph, walked []*folder) {
	if t == nil {
		return
	}
	t.graph = g
	reached := t.reach(walked)
	t.settle(reached)
	t.locate(reached)
}

// reach returns the folders of the tree that were walked, and those that these import at any distance.
func (t *typed) reach(walked []*folder) []*folder {
	reached := slices.Clone(walked)
	seen := make(map[*folder]bool)
	for _, f := range walked {
		seen[f] = true
	}
	for i := 0; i < len(reached); i++ {
		for _, path := range reached[i].allImports() {
			if target := t.graph.find(path, reached[i].dir); target != nil && !seen[target] {
				seen[target] = true
				reached = append(reached, target)
			}
		}
	}
	return reached
}

func (f *folder) allImports() []string { return slices.Concat(f.imports, f.testImports) }

// other returns the package that an import in a folder means, if that is another module's.
func (t *typed) other(path, from string) *other {
	if t == nil || from == "" {
		return nil
	}
	if t.folders[from] != nil {
		return t.otherIn(packageKey{t.build(from), path})
	}
	key := importKey{t.loader.resolver.module(from), path}
	o, known := t.meant[key]
	if !known {
		if _, ok := t.loader.inTree(path, from); !ok {
			o = t.otherIn(packageKey{t.build(from), path})
		}
		t.meant[key] = o
	}
	return o
}

func (t *typed) otherIn(key packageKey) *other {
	if t.others[key] == nil && golist.IsPackage(key.path) {
		t.others[key] = &other{packageKey: key, from: make(map[string]bool)}
	}
	return t.others[key]
}

// target returns the folder of another module that an import means, if it was read.
func (t *typed) target(path string, f *folder) *folder {
	if o := t.other(path, f.dir); o != nil {
		return o.folder
	}
	return nil
}

// loaded returns the package of another module that an import means, if it was loaded to be analyzed.
func (t *typed) loaded(path string, f *folder) *Package {
	if target := t.target(path, f); target != nil {
		return target.loaded
	}
	return nil
}

// inTree returns the folder of the tree that an import of path means in a file of the folder from.
func (l *loader) inTree(path, from string) (dir string, ok bool) {
	if t := l.typed; t != nil && (t.folders[from] != nil || t.foreign[importKey{l.resolver.module(from), path}]) {
		return "", false
	}
	return l.resolver.find(path, from)
}

// importPath is that of the resolver, for folders of other modules too.
func (l *loader) importPath(f *folder) (path string, importable bool) {
	if f.outside != nil {
		return f.outside.path, true
	}
	return l.resolver.importPath(f.dir)
}

// types returns a package of another module, or nil. Of one that does not build, its source tells what it can.
func (t *typed) types(path, from string) *types.Package {
	o := t.other(path, from)
	if o == nil {
		return nil
	}
	if pkg, err := o.build.Import(path); err == nil { // an error is said once, for all that import it
		return pkg
	}
	if o.folder != nil && o.folder.relevant {
		return t.loader.importFolder(path, o.folder.dir).types
	}
	return nil
}
