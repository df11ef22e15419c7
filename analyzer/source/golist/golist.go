// Package golist asks the go command about packages of other modules: where their source is, and what they declare.
//
// It starts go list, by way of golang.org/x/tools/go/packages, and reads the export data that the compiler has left in the build
// cache: no dependency is parsed for its types. Asking for that data compiles what is not in the cache yet.
package golist

import (
	"go/token"
	"go/types"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/module"
)

// A Build is what imports mean in modules that are built together: those of a workspace, or one, with those that its replace
// directives take from folders.
type Build struct {
	places   []*place // where the go command runs, in this order until an import is known
	fset     *token.FileSet
	packages map[string]*Package       // by import path
	types    map[string]*types.Package // by import path; those that were only mentioned are not complete
	failed   error
}

// A Package is a package of another module, or of the standard library.
type Package struct {
	Path  string
	Dir   string   // absolute; "" if it was not found
	Files []string // names of its Go files in Dir without tests
	Mod   string   // the go.mod file of its module, if it has one
	Err   error    // why there is no package, or why it does not build

	at     *place // where the go command ran that knew it
	export string // file with its export data
	asked  bool   // for export data
}

// NewBuild returns the build of the module in a folder. Flags are those of go build.
func NewBuild(fset *token.FileSet, flags []string, dir string) *Build {
	return &Build{
		places: []*place{newPlace(dir, flags)}, fset: fset,
		packages: make(map[string]*Package), types: make(map[string]*types.Package),
	}
}

// Modules returns the folders of the modules that are built together, as far as a go.work file says so.
func (b *Build) Modules() []string { return b.places[0].modules }

// Join takes another build's modules into this one. What it knows of packages is left behind.
func (b *Build) Join(other *Build) { b.places = append(b.places, other.places...) }

// Failed returns why the go command could say nothing at all.
func (b *Build) Failed() error { return b.failed }

// Dir returns the folder of the main module.
func (b *Build) Dir() string { return b.places[0].dir }

// Mentioned returns the import paths of the packages that the types which were read so far come from.
func (b *Build) Mentioned() iter.Seq[string] { return maps.Keys(b.types) }

// Err returns why a package is missing, as far as it was asked for.
func (b *Build) Err(path string) error {
	if p := b.packages[path]; p != nil {
		return p.Err
	}
	return nil
}

// IsStandard reports whether an import path is one of the standard library.
func (b *Build) IsStandard(path string) bool {
	if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
		return false
	}
	_, err := os.Stat(filepath.Join(b.places[0].goroot, "src", filepath.FromSlash(path)))
	return err == nil
}

// IsPackage reports whether an import path can be asked for. The go command takes some words for more than one package.
func IsPackage(path string) bool {
	words := []string{"C", "unsafe", "all", "std", "cmd", "tool", "work"}
	return module.CheckImportPath(path) == nil && !slices.Contains(words, path)
}

// lookup returns what is known of the packages that can be asked for.
func (b *Build) lookup(paths []string) (out []*Package) {
	for _, path := range paths {
		if !IsPackage(path) {
			continue
		}
		if b.packages[path] == nil {
			b.packages[path] = &Package{Path: path}
		}
		out = append(out, b.packages[path])
	}
	return out
}
