package source

import (
	"errors"
	"go/build"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// A tree is what the walk found.
type tree struct {
	folders []*folder // with Go files or failures, by name
}

// A failure is something that could not be read or parsed.
type failure struct {
	path string // absolute
	err  error
}

// A folder is one folder with Go files. The walk fills in what comes first, the gate the rest.
type folder struct {
	dir   string // absolute
	names []string
	only  map[string]bool // the names asked for, or nil for all
	build *build.Context  // that chooses among the names, or nil

	outside *outside // which package it holds, if that is another module's

	silent bool // nobody asked for it: its errors are not said

	clauses     map[string]int // how many files that are no tests are of which package
	imports     []string       // import paths, sorted
	testImports []string       // those of its test files
	needs       []*folder      // that it imports; filled by order
	testNeeds   []*folder      // that its test files import
	wraps       func() bool    // whether its package passes an ID on, once it was loaded
	loaded      *Package       // what an import of it means, from then on

	relevant bool
	texts    map[string][]byte // by name; only if the folder is relevant
	failed   []failure
}

// walk lists the folders of the targets, while workers gate those already found. The order of the result does not depend on
// the workers: each writes to its folder only.
func walk(base string, targets []Target, o Options, r *resolver) *tree {
	w := &walker{tests: o.Tests, build: o.Build, resolver: r, seen: make(map[string]*folder), jobs: make(chan *folder, 256)}
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for f := range w.jobs {
				f.gate(o.Table)
			}
		})
	}
	files := w.targets(targets)
	close(w.jobs)
	workers.Wait()
	for _, f := range files {
		f.gate(o.Table)
	}
	slices.SortFunc(w.tree.folders, func(a, b *folder) int {
		return strings.Compare(relative(base, a.dir), relative(base, b.dir))
	})
	return &w.tree
}

type walker struct {
	tests    bool
	build    *build.Context
	resolver *resolver
	tree     tree
	seen     map[string]*folder
	jobs     chan *folder
}

// targets walks the folders first. A file's folder is gated as a whole, once all files asked for are known; these are returned.
func (w *walker) targets(targets []Target) (files []*folder) {
	for _, t := range targets {
		if t.File == "" {
			w.folder(t.Dir, t.Tree)
		}
	}
	for _, t := range targets {
		if t.File == "" || !isGo(t.File) || isTest(t.File) && !w.tests {
			continue
		}
		f := w.seen[t.Dir]
		if f == nil {
			f = w.list(t.Dir, nil)
			f.only = make(map[string]bool)
			files = append(files, f)
		}
		if f.only != nil {
			f.only[t.File] = true
		}
	}
	return files
}

// folder lists one folder, and all below it if tree is set. It does not follow links to folders.
func (w *walker) folder(dir string, tree bool) {
	var below []string
	if w.seen[dir] == nil {
		if f := w.list(dir, &below); len(f.names) > 0 {
			w.jobs <- f
		}
	} else {
		below = folders(dir)
	}
	if !tree {
		return
	}
	for _, name := range below {
		if path := filepath.Join(dir, name); !w.resolver.ignores(path) {
			w.folder(path, true)
		}
	}
}

// list reads a folder, and appends the names of the folders in it that belong to a tree.
func (w *walker) list(dir string, below *[]string) *folder {
	f := &folder{dir: dir, build: w.build}
	w.seen[dir] = f
	entries, err := os.ReadDir(dir)
	if err != nil {
		f.failed = append(f.failed, failure{dir, err})
	}
	isModule := false
	for _, entry := range entries {
		switch name := entry.Name(); {
		case entry.IsDir():
			if below != nil && walked(name) {
				*below = append(*below, name)
			}
		case name == "go.mod":
			isModule = true
		case isGo(name) && !hidden(name) && (w.tests || !isTest(name)):
			f.add(entry)
		}
	}
	w.resolver.listed(dir, isModule)
	if len(f.names) > 0 || len(f.failed) > 0 {
		w.tree.folders = append(w.tree.folders, f)
	}
	return f
}

// add takes a file into the folder. What is not a regular file, such as a pipe, is not opened: that could wait for ever.
func (f *folder) add(entry fs.DirEntry) {
	path := filepath.Join(f.dir, entry.Name())
	if !entry.Type().IsRegular() {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			f.failed = append(f.failed, failure{path, err})
			return
		case info.IsDir():
			return // links to folders are not followed
		case !info.Mode().IsRegular():
			f.failed = append(f.failed, failure{path, errors.New("not a regular file")})
			return
		}
	}
	f.names = append(f.names, entry.Name())
}

// folders lists the folders of a tree in a folder that was listed without them.
func folders(dir string) (names []string) {
	entries, _ := os.ReadDir(dir) // a failure was said when the folder was first listed
	for _, entry := range entries {
		if entry.IsDir() && walked(entry.Name()) {
			names = append(names, entry.Name())
		}
	}
	return names
}

// walked tells whether /... goes into a folder: not where the go command does not look, nor into other people's code.
func walked(name string) bool {
	return !hidden(name) && name != "vendor" && name != "node_modules" && name != "testdata"
}

// hidden tells whether the go command overlooks a file or folder for its name.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") }
