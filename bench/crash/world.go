package main

import (
	"bytes"
	"errors"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A world is where imports come from: the folders that are looked at, and the standard library. What is not there is a hole.
type world struct {
	folders map[string]string // by import path
	fset    *token.FileSet
	done    map[string]*types.Package // nil while it is being checked, and for holes
}

var errHole = errors.New("not in the folders")

func newWorld(folders []string) (*world, error) {
	w := &world{folders: make(map[string]string)}
	w.forget()
	for _, folder := range append([]string{filepath.Join(build.Default.GOROOT, "src")}, folders...) {
		if err := w.list(folder); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// Import returns the declarations of a package.
func (w *world) Import(path string) (*types.Package, error) {
	if pkg, known := w.done[path]; known {
		if pkg == nil {
			return nil, errHole
		}
		return pkg, nil
	}
	w.done[path] = nil
	dir := w.folders[path]
	if dir == "" {
		return nil, errHole
	}
	texts, err := readFolder(dir)
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if strings.HasSuffix(name, "_test.go") || !isBuilt(name, texts[name]) {
			continue
		}
		file, _ := parser.ParseFile(w.fset, name, texts[name], parser.SkipObjectResolution)
		if file != nil && (len(files) == 0 || file.Name.Name == files[0].Name.Name) {
			files = append(files, file)
		}
	}
	if len(files) == 0 {
		return nil, errHole
	}
	config := types.Config{Importer: w, Error: func(error) {}, FakeImportC: true, IgnoreFuncBodies: true, DisableUnusedImportCheck: true}
	w.done[path], _ = config.Check(path, w.fset, files, nil)
	return w.done[path], nil
}

// forget drops all types, so that they do not fill the memory.
func (w *world) forget() {
	w.fset, w.done = token.NewFileSet(), map[string]*types.Package{"unsafe": types.Unsafe}
}

// list learns the import paths of the folders below one.
func (w *world) list(root string) error {
	root, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	module := map[string]string{filepath.Dir(root): guessed(root)}
	return filepath.WalkDir(root, func(dir string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if entry.Name() == ".git" || entry.Name() == "node_modules" {
			return filepath.SkipDir
		}
		path, named := moduleIn(dir)
		if !named {
			path = strings.TrimPrefix(module[filepath.Dir(dir)]+"/"+entry.Name(), "/")
			if dir == root {
				path = guessed(root)
			}
		}
		module[dir] = path
		for _, vendor := range []string{"vendor/", "cmd/vendor/"} {
			path = strings.TrimPrefix(path, vendor)
		}
		if w.folders[path] == "" {
			w.folders[path] = dir
		}
		return nil
	})
}

// guessed is the import path of a folder without a go.mod: by its place in the module cache, or none.
func guessed(dir string) string {
	_, path, ok := strings.Cut(dir, "/pkg/mod/")
	if !ok {
		return ""
	}
	path = regexp.MustCompile(`@[^/]*`).ReplaceAllString(path, "")
	upper, big := strings.Builder{}, false
	for _, r := range path {
		switch {
		case r == '!':
			big = true
			continue
		case big:
			r = unicode.ToUpper(r)
		}
		big = false
		upper.WriteRune(r)
	}
	return upper.String()
}

// moduleIn returns what the go.mod of a folder says.
func moduleIn(dir string) (string, bool) {
	text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil {
		return "", false
	}
	for line := range strings.Lines(string(text)) {
		if path, ok := strings.CutPrefix(line, "module "); ok {
			path = strings.Trim(strings.TrimSpace(path), `"`)
			if path == "std" {
				path = ""
			}
			return path, true
		}
	}
	return "", false
}

// isBuilt tells whether linux on amd64 builds a file.
func isBuilt(name string, text []byte) bool {
	linux := build.Default
	linux.OpenFile = func(string) (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil }
	fits, err := linux.MatchFile(filepath.Dir(name), filepath.Base(name))
	return fits && err == nil
}

// readFolder returns the texts of the Go files of a folder.
func readFolder(dir string) (map[string][]byte, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	texts := make(map[string][]byte)
	for _, entry := range entries {
		if entry.Type().IsRegular() && strings.HasSuffix(entry.Name(), ".go") {
			name := filepath.Join(dir, entry.Name())
			if texts[name], err = os.ReadFile(name); err != nil {
				return nil, err
			}
		}
	}
	return texts, nil
}
