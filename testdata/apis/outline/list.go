package main

import (
	"fmt"
	"go/token"
	"go/types"
	"os"
	"path"
	"strings"
)

// A want is what a list takes from one package.
type want struct {
	patterns []string
	refused  map[string]bool            // Type.Member
	names    map[string]bool            // package-level names
	members  map[string]map[string]bool // type to its members, where only some are wanted
}

// readList returns what a list wants by import path, and the paths in its order.
func readList(file string) (map[string]*want, []string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	wants := make(map[string]*want)
	var paths []string
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0][0] == '#' {
			continue
		}
		if wants[fields[0]] == nil {
			wants[fields[0]] = new(want)
			paths = append(paths, fields[0])
		}
		wants[fields[0]].patterns = append(wants[fields[0]].patterns, fields[1:]...)
	}
	return wants, paths, nil
}

// resolve matches the patterns with the names of the package, and adds what an interface that is sealed needs.
func (w *want) resolve(pkg *types.Package) {
	w.names, w.members, w.refused = make(map[string]bool), make(map[string]map[string]bool), make(map[string]bool)
	for _, pattern := range w.patterns {
		if refused, ok := strings.CutPrefix(pattern, "-"); ok {
			w.refused[refused] = true
			continue
		}
		name, member, _ := strings.Cut(pattern, ".")
		found := false
		for _, declared := range pkg.Scope().Names() {
			if ok, _ := path.Match(name, declared); ok && (token.IsExported(declared) || name == declared) {
				w.names[declared], found = true, true
			}
		}
		if !found {
			fmt.Fprintf(os.Stderr, "%s has no %s\n", pkg.Path(), name)
		}
		if member != "" {
			if w.members[name] == nil {
				w.members[name] = make(map[string]bool)
			}
			w.members[name][member] = true
		}
	}
	for name := range w.names {
		if sealed, ok := pkg.Scope().Lookup(name).Type().Underlying().(*types.Interface); ok {
			for method := range sealed.Methods() {
				if method.Exported() {
					continue
				}
				for used := range namedIn(method.Type()) {
					if used.Pkg() == pkg {
						w.names[used.Name()] = true
					}
				}
			}
		}
	}
}

// member reports whether the member of the type is wanted.
func (w *want) member(typ, name string) bool {
	return !w.refused[typ+"."+name] && (w.members[typ] == nil || w.members[typ][name])
}
