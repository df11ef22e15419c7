package source

import (
	"cmp"
	"go/ast"

	"github.com/whichid/whichid/analyzer/identity"
)

// This room follows names: what a file says of the packages that it imports has to be known, and nothing else of them.

// links are the imports of a file.
type links struct {
	list   []*link
	byName map[string]*link // that they have in the file
	dots   []*link          // those that have none: import . "fmt"
}

// A link is one import.
type link struct {
	spec   *ast.ImportSpec
	to     *sketch // nil for a package that is analyzed itself, or not known
	other  *other  // asked for if something of it is named, or nil
	wanted bool
}

// wantAll wants what the files of folders name that are analyzed.
func (l *loader) wantAll(folders []*folder) {
	for _, f := range folders {
		if !f.relevant {
			continue
		}
		for _, g := range l.parse(f.dir).groups {
			for _, file := range g.files {
				l.wantNamed(file, l.links(file, f.dir), nil)
			}
		}
	}
}

// want has declarations of a name checked, with all that they need themselves.
func (l *loader) want(s *sketch, name string) {
	if s.decls == nil {
		l.read(s)
	}
	for _, d := range s.decls[name] {
		if d.wanted {
			continue
		}
		d.wanted, s.dirty = true, true
		for _, other := range d.names {
			l.want(s, other)
		}
		if d.file.links == nil {
			d.file.links = l.links(d.file.File, s.dir)
		}
		l.wantNamed(d.Decl, d.file.links, s)
	}
}

// wantNamed wants what a piece of a file names, in the packages that the file imports and in its own, which may be nil.
func (l *loader) wantNamed(piece ast.Node, links *links, own *sketch) {
	ast.Inspect(piece, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok && links.byName[id.Name] != nil {
				l.follow(links.byName[id.Name], n.Sel.Name)
				return false
			}
		case *ast.Ident:
			if own != nil {
				l.want(own, n.Name)
			}
			for _, link := range links.dots {
				l.follow(link, n.Name)
			}
		}
		return true
	})
}

func (l *loader) follow(link *link, name string) {
	link.wanted = true
	if link.other != nil {
		link.other.wanted = true
	}
	if link.to != nil {
		l.want(link.to, name)
	}
}

// links finds out what a file of a folder imports.
func (l *loader) links(file *ast.File, dir string) *links {
	out := &links{byName: make(map[string]*link)}
	for _, spec := range file.Imports {
		_, to, name := l.find(importedBy(spec), dir)
		link := &link{spec: spec, to: to, other: l.typed.other(importedBy(spec), dir)}
		if link.other != nil {
			link.other.from[dir] = true
			name = cmp.Or(link.other.name, name)
		}
		out.list = append(out.list, link)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		switch {
		case name == ".":
			out.dots = append(out.dots, link)
		case out.byName[name] == nil:
			out.byName[name] = link
		}
	}
	return out
}

// find tells what an import in a folder means: the folder of a package that is analyzed, or a sketch, or neither if the package is
// not known. The name is that of the package.
func (l *loader) find(importPath, from string) (whole string, s *sketch, name string) {
	p := l.place(importPath, from)
	s = l.sketches[p.key]
	switch {
	case s != nil && s.types != nil: // whatever it is by now, others have its types
	case l.relevant[p.dir] != nil:
		return p.dir, nil, p.name
	case p.key == "" || p.vendored && l.table.Import(importPath) != identity.Relevant:
		return "", nil, p.name
	case s == nil:
		s = &sketch{path: importPath, dir: p.dir, name: p.name}
		l.sketches[p.key] = s
	}
	return "", s, p.name
}

// A place is where the declarations of a package are.
type place struct {
	key      string // its folder, or the import path of its outline, or "" if they are nowhere
	dir      string // its folder, or ""
	vendored bool
	name     string // that the package has, or most likely has
}

// place finds the package that an import in a folder means. The folder of an outline is "".
func (l *loader) place(importPath, from string) place {
	if from == "" {
		return l.placeOutline(importPath)
	}
	key := importKey{l.resolver.module(from), importPath}
	p, known := l.places[key]
	if !known {
		p = l.placeFolder(importPath, from)
		l.places[key] = p
	}
	return p
}

func (l *loader) placeFolder(importPath, from string) place {
	if dir, ok := l.inTree(importPath, from); ok {
		if name := l.clause(dir); name != "" {
			return place{key: dir, dir: dir, name: name}
		}
	}
	outline := l.placeOutline(importPath)
	if dir, v := l.vendored(importPath, from); v != nil && outline.key == "" {
		if name := l.clause(dir); name != "" {
			return place{key: dir, dir: dir, name: name, vendored: true}
		}
	}
	return outline
}

func (l *loader) placeOutline(importPath string) place {
	if l.hasOutline(importPath) {
		return place{key: importPath, name: l.outlined(importPath)}
	}
	return place{name: assumedName(importPath)}
}

// clause returns the name of the package that an import of a folder means, or "".
func (l *loader) clause(dir string) string {
	f := l.folders[dir]
	if f == nil {
		f = l.list(dir)
	}
	return f.clause()
}
