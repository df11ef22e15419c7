package source

import (
	"slices"
	"strings"
)

// roots are folders by the import path that begins there.
type roots map[string]string

// add leaves in place what stands for a path already.
func (r roots) add(list ...root) {
	for _, root := range list {
		if _, taken := r[root.path]; !taken && root.path != "" {
			r[root.path] = root.dir
		}
	}
}

// known is where imports in a module lead, as the go command has it: into the module itself, those of its workspace, and what
// replaces others.
func (r *resolver) known(m *module) roots {
	if known := r.scopes[m]; known != nil {
		return known
	}
	known := make(roots)
	r.scopes[m] = known
	if m == nil {
		return known
	}
	known.add(m.root, root{r.standsFor(m), m.dir})
	used := r.used()
	inside := slices.Contains(used, m)
	if inside {
		known.add(own(used)...)
		known.add(r.work.replaced...)
	}
	known.add(m.replaced...)
	if inside {
		known.add(replaced(used)...)
	}
	return known
}

// guessed is where imports may lead otherwise: into the other modules of the tree, as if they were a workspace.
func (r *resolver) guessed() roots {
	if r.others == nil {
		r.others = make(roots)
		r.others.add(own(r.modules())...)
		r.others.add(replaced(r.modules())...)
	}
	return r.others
}

// used lists the modules of the workspace.
func (r *resolver) used() (modules []*module) {
	for _, dir := range r.work.used {
		if m := r.module(dir); m != nil && m.dir == dir {
			modules = append(modules, m)
		}
	}
	return modules
}

// modules lists those of the tree, and of the workspace.
func (r *resolver) modules() []*module {
	if r.tree == nil {
		r.tree = append(r.used(), r.met...)
		slices.SortFunc(r.tree, func(a, b *module) int { return strings.Compare(a.dir, b.dir) })
		r.tree = slices.Compact(r.tree)
	}
	return r.tree
}

func own(modules []*module) (list []root) {
	for _, m := range modules {
		list = append(list, m.root)
	}
	return list
}

func replaced(modules []*module) (list []root) {
	for _, m := range modules {
		list = append(list, m.replaced...)
	}
	return list
}
