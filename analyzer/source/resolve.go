package source

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"
)

// A module is what a go.mod file says of import paths.
type module struct {
	path, dir string
	replaced  []module // by a folder, not by another version
}

// A resolver finds the folder of an import path. It looks at the importing file's module, then at what its replace
// directives put into a folder, then at the other modules of the tree, as a go.work file would.
type resolver struct {
	root   string             // of import paths, instead of modules
	dirs   []string           // with a go.mod, found by the walk
	walked []*module          // the modules of dirs, once they are needed
	above  map[string]*module // by folder: the module it belongs to, or nil
}

func newResolver(root string, dirs []string) *resolver {
	if root != "" {
		if abs, err := filepath.Abs(root); err == nil {
			root = abs
		}
	}
	return &resolver{root: root, dirs: dirs, above: make(map[string]*module)}
}

// importPath returns the import path of a folder. Without a module it is the folder's name.
func (r *resolver) importPath(dir string) string {
	root, path := r.root, ""
	if root == "" {
		m := r.module(dir)
		if m == nil {
			return filepath.Base(dir)
		}
		root, path = m.dir, m.path
	}
	rel, err := filepath.Rel(root, dir)
	if err != nil || rel == "." {
		return path
	}
	return strings.TrimPrefix(path+"/"+filepath.ToSlash(rel), "/")
}

// find returns the folder that an import of path means in a file of the folder from.
func (r *resolver) find(path, from string) (dir string, ok bool) {
	if r.root != "" {
		dir := filepath.Join(r.root, filepath.FromSlash(path))
		return dir, hasGo(dir)
	}
	if m := r.module(from); m != nil {
		if dir, ok := m.find(path); ok {
			return dir, true
		}
		for _, replaced := range m.replaced {
			if dir, ok := replaced.find(path); ok {
				return dir, true
			}
		}
	}
	for _, m := range r.others() {
		if dir, ok := m.find(path); ok {
			return dir, true
		}
	}
	return "", false
}

func (m *module) find(path string) (dir string, ok bool) {
	rest, ok := strings.CutPrefix(path, m.path)
	if !ok || m.path == "" || rest != "" && rest[0] != '/' {
		return "", false
	}
	dir = filepath.Join(m.dir, filepath.FromSlash(rest))
	return dir, hasGo(dir)
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

// module returns the module that a folder belongs to, or nil.
func (r *resolver) module(dir string) *module {
	if m, ok := r.above[dir]; ok {
		return m
	}
	m := readModule(dir)
	if parent := filepath.Dir(dir); m == nil && parent != dir {
		m = r.module(parent)
	}
	r.above[dir] = m
	return m
}

func (r *resolver) others() []*module {
	if r.walked == nil {
		r.walked = []*module{}
		for _, dir := range r.dirs {
			if m := r.module(dir); m != nil {
				r.walked = append(r.walked, m)
			}
		}
	}
	return r.walked
}

// readModule reads a folder's go.mod. One that the go command would refuse still tells the module's path.
func readModule(dir string) *module {
	name := filepath.Join(dir, "go.mod")
	text, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	m := &module{path: modfile.ModulePath(text), dir: dir}
	file, err := modfile.Parse(name, text, nil)
	if err != nil {
		return m
	}
	for _, replace := range file.Replace {
		if target := filepath.FromSlash(replace.New.Path); replace.New.Version == "" {
			if !filepath.IsAbs(target) {
				target = filepath.Join(dir, target)
			}
			m.replaced = append(m.replaced, module{path: replace.Old.Path, dir: target})
		}
	}
	return m
}
