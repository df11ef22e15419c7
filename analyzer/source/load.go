// Package source is the command's own loader. It reads the Go files below the working folder, keeps the packages that
// can matter, and type-checks those as well as they can be: no go command, no network, no dependencies, no build.
//
// A file is read once. Its import specs and a search of its bytes decide whether its package is kept; most are not, and
// cost no more than that. What a kept package imports comes from the source of its module, or from an outline (the
// declarations of a known library, embedded), or is left unknown: the analyzer takes types with holes.
//
// With [Options.Typed] the go command is asked about the packages of other modules. Their types are complete then, and those that can
// matter are kept as well.
package source

import (
	"go/build"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// Options say what to load.
type Options struct {
	Dir      string          // the working folder; "" is the process's
	Patterns []string        // folders, folders with /... for all below them, or Go files; other files are passed over; none means ./...
	Table    *identity.Table // says which imports make a package relevant; nil means identity.NewTable
	Tests    bool            // load _test.go files too
	Build    *build.Context  // chooses files as go build does, with its build tags; nil takes every file, whatever its build constraints
	Typed    bool            // ask the go command for the types of other modules' packages, and read those that can matter
	Work     string          // the value of GOWORK: "off", the go.work file to use, or "" for the next one above the working folder
	Root     string          // if set, import paths are folders below it, as in GOPATH/src; go.mod files say nothing then
	// Visit, if set, gets each package as soon as it is loaded, after the packages that it imports. What it returns is called
	// where it matters whether functions of the package pass an ID on: the packages that import it are loaded then too.
	Visit func(*Package) (passesOn func() bool)
}

// A Result is what Load found: the relevant packages, by folder and name, and what could not be read or parsed.
// All file names are relative to the working folder.
type Result struct {
	Packages []*Package
	Errors   []Error

	base    string
	folders []*folder
}

// Read reports whether a file was read because it is asked for. Its name is relative to the working folder.
func (r *Result) Read(name string) bool {
	dir, file := filepath.Split(filepath.Join(r.base, name))
	dir = filepath.Clean(dir)
	return slices.ContainsFunc(r.folders, func(f *folder) bool {
		return f.dir == dir && slices.Contains(f.names, file) && (f.only == nil || f.only[file])
	})
}

// Load reads the packages that the options name. It returns an error if they cannot be understood; what cannot be read or
// parsed is part of the result.
func Load(o Options) (*Result, error) {
	base, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, err
	}
	if o.Table == nil {
		if o.Table, err = identity.NewTable(); err != nil {
			return nil, err
		}
	}
	targets, err := ParsePatterns(base, o.Patterns)
	if err != nil {
		return nil, err
	}
	work, err := findWorkspace(base, o.Work)
	if err != nil {
		return nil, err
	}
	resolver := newResolver(o.Root, work)
	tree := walk(base, targets, o, resolver)
	l := &loader{
		base:     base,
		fset:     token.NewFileSet(),
		table:    o.Table,
		build:    o.Build,
		resolver: resolver,
		relevant: make(map[string]*folder),
		parsed:   make(map[string]*syntax),
		imported: make(map[string]*imported),
		folders:  make(map[string]*folder),
		sketches: make(map[string]*sketch),
		sketched: make(map[*types.Package]bool),
		places:   make(map[importKey]place),
		loaded:   make(map[*types.Package]*Package),
		vendors:  make(map[*module]*vendor),
	}
	if o.Typed {
		l.typed = newTyped(l)
	}
	result := &Result{Errors: tree.errors(base), base: base, folders: tree.folders}
	for _, f := range tree.folders {
		l.folders[f.dir] = f
		if f.relevant {
			l.relevant[f.dir] = f
		}
	}
	switch {
	case o.Visit != nil:
		result.Packages = l.visitAll(tree.folders, o.Visit)
	case o.Typed:
		result.Packages = l.visitAll(tree.folders, func(*Package) func() bool { return func() bool { return false } })
	default:
		l.wantAll(tree.folders)
		for _, f := range tree.folders {
			if f.relevant {
				result.Packages = append(append(result.Packages, l.load(f)...), l.loadTests(f)...)
			}
		}
	}
	result.Errors = sortErrors(slices.Concat(result.Errors, l.errs, l.typed.errors()))
	return result, nil
}

// visitAll loads the packages that matter and hands them on in the order of their imports: first those without tests, which tests may
// import whatever the order of their folders is.
func (l *loader) visitAll(walked []*folder, visit func(*Package) func() bool) (packages []*Package) {
	g := l.newGraph()
	l.typed.prepare(g, walked)
	order := g.sorted(walked)
	l.wantAll(order)
	l.typed.load()
	var visited []func() bool
	promote := func(f *folder, needs []*folder) bool {
		if !f.relevant && l.promote(f, needs) {
			for _, wait := range visited { // who visits a package must not see that grow which it imports
				wait()
			}
			l.wantAll([]*folder{f})
			l.typed.wantWrapped(order)
			l.typed.load()
		}
		return f.relevant
	}
	for _, f := range order {
		if s := l.sketches[f.dir]; s != nil && s.types != nil { // a part of an import cycle: others have its declarations already
			continue
		}
		if !promote(f, f.needs) {
			continue
		}
		for _, pkg := range l.load(f) {
			packages = append(packages, pkg)
			wraps := visit(pkg)
			visited = append(visited, wraps)
			if pkg.Imported {
				f.wraps, f.loaded = wraps, pkg
			}
		}
	}
	for _, f := range order {
		if !promote(f, f.testNeeds) {
			continue
		}
		for _, pkg := range l.loadTests(f) {
			packages = append(packages, pkg)
			visited = append(visited, visit(pkg))
		}
	}
	return packages
}
