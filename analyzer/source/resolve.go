package source

import (
	"os"
	"path/filepath"
	"strings"
)

// A resolver finds the folder of an import path.
type resolver struct {
	top    string // where import paths begin, instead of modules; or ""
	work   workspace
	met    []*module          // those of the folders that were walked
	tree   []*module          // see modules
	above  map[string]*module // by folder: the module it belongs to, or nil
	scopes map[*module]roots  // see known
	others roots              // see guessed
	stands map[string]string  // see standsFor
	hasGo  map[string]bool    // by folder
}

func newResolver(top string, work workspace) *resolver {
	if top != "" {
		if abs, err := filepath.Abs(top); err == nil {
			top = abs
		}
	}
	return &resolver{
		top: top, work: work,
		above: make(map[string]*module), scopes: make(map[*module]roots), hasGo: make(map[string]bool),
	}
}

// maxPath is how long an import path may be: no system has folders with longer ones.
const maxPath = 4096

// find returns the folder that an import of path means in a file of the folder from.
func (r *resolver) find(path, from string) (dir string, ok bool) {
	if len(path) > maxPath {
		return "", false
	}
	if r.top != "" {
		dir := filepath.Join(r.top, filepath.FromSlash(path))
		return dir, r.holdsGo(dir)
	}
	if dir, ok := r.search(r.known(r.module(from)), path); ok {
		return dir, true
	}
	return r.search(r.guessed(), path)
}

// search looks for the longest path that leads to a folder with Go files. The folder must be of the module that it leads through, not
// of one nested in that.
func (r *resolver) search(tops roots, path string) (dir string, ok bool) {
	for prefix := path; prefix != ""; prefix = prefix[:max(strings.LastIndexByte(prefix, '/'), 0)] {
		top, ok := tops[prefix]
		if !ok {
			continue
		}
		dir := filepath.Join(top, filepath.FromSlash(path[len(prefix):]))
		if m := r.module(dir); m != nil && m.dir == top && r.holdsGo(dir) {
			return dir, true
		}
	}
	return "", false
}

func (r *resolver) holdsGo(dir string) bool {
	holds, known := r.hasGo[dir]
	if !known {
		holds = hasGo(dir)
		r.hasGo[dir] = holds
	}
	return holds
}

func hasGo(dir string) bool {
	entries, _ := os.ReadDir(dir)
	for _, entry := range entries {
		if name := entry.Name(); isGo(name) && !isTest(name) && !hidden(name) {
			return true
		}
	}
	return false
}
