package report

import (
	"fmt"
	"path/filepath"
)

// A place is where a file is, with no link on the way: a path in a folder in which files may be changed.
type place struct{ root, path string }

// places finds the files of a tree.
type places struct {
	base  string   // the working folder, as names are relative to it
	real  string   // the same without links
	roots []string // without links
}

func (t Tree) places() places {
	p := places{base: t.Base, real: withoutLinks(t.Base)}
	for _, root := range t.Roots {
		p.roots = append(p.roots, withoutLinks(root))
	}
	return p
}

// withoutLinks returns the real path of a folder, or what was given where there is none.
func withoutLinks(dir string) string {
	if path, err := filepath.EvalSymlinks(dir); err == nil {
		return path
	}
	return dir
}

// locate follows a link to the file that is meant. Who runs the command on a repository gives it leave to change what is in
// there: a link that leads out of it, to a file of the home folder say, is not followed.
func (p places) locate(f *Fixed) error {
	name := f.Name
	if !filepath.IsAbs(name) {
		name = filepath.Join(p.base, name)
	}
	path, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	for _, root := range p.roots {
		rel, err := filepath.Rel(root, path)
		if err != nil || !filepath.IsLocal(rel) {
			continue
		}
		f.place = place{root, rel}
		f.shown = path
		if rel, err := filepath.Rel(p.real, path); err == nil {
			f.shown = rel
		}
		return nil
	}
	return fmt.Errorf("it is a link to %s, which is in none of the folders to be read: name that file", path)
}
