package source

import (
	"go/ast"
	"go/token"
	"go/types"
)

// A sketch is a package of which only declarations are needed. Of these, only those are type-checked that somebody names, those
// that they name in turn, and so on into other packages: the rest makes no difference to anybody, and it is most of a module.
type sketch struct {
	path  string // to import it
	dir   string // "" for an outline
	name  string // of its package clause
	files []*sketchFile
	decls map[string][]*sketched // by what they declare; nil before the first is wanted
	dirty bool                   // one is wanted that was not checked
	types *types.Package         // nil before the first use
	check *types.Checker
	busy  bool // being checked: to be met again is an import cycle
}

// A sketchFile is one file of a sketch.
type sketchFile struct {
	*ast.File
	links *links
	decls []*sketched
}

// A sketched is a declaration of a sketch.
type sketched struct {
	ast.Decl
	file    *sketchFile
	names   []string
	wanted  bool
	checked bool
}

// read parses the files of a sketch.
func (l *loader) read(s *sketch) {
	s.decls = make(map[string][]*sketched)
	for _, file := range l.declarations(s) {
		f := &sketchFile{File: file}
		s.files = append(s.files, f)
		for _, decl := range file.Decls {
			d := &sketched{Decl: decl, file: f, names: declares(decl)}
			f.decls = append(f.decls, d)
			for _, name := range d.names {
				s.decls[name] = append(s.decls[name], d)
			}
		}
	}
}

// declarations returns the files of a sketch.
func (l *loader) declarations(s *sketch) []*ast.File {
	if s.dir == "" {
		return l.parseOutline(s.path)
	}
	if g := l.parse(s.dir).importable(); g != nil {
		return g.withoutTests().files
	}
	return nil
}

// declares returns the names of a declaration. A method is of its receiver's type, and so is another name of a type: the type is not
// whole without them.
func declares(decl ast.Decl) (names []string) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Recv != nil && len(decl.Recv.List) == 1 {
			return []string{receiver(decl.Recv.List[0].Type)}
		}
		return []string{decl.Name.Name}
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				names = append(names, spec.Name.Name)
				if spec.Assign.IsValid() {
					names = append(names, receiver(spec.Type))
				}
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					names = append(names, name.Name)
				}
			}
		}
	}
	return names
}

// checked type-checks what is wanted of a sketch by now, and returns its package.
func (l *loader) checked(s *sketch) *types.Package {
	if s.types == nil {
		s.types = types.NewPackage(s.path, s.name)
		s.types.MarkComplete()
		l.sketched[s.types] = true
		s.check = types.NewChecker(importer{loader: l, dir: s.dir}.config(), l.fset, s.types, nil)
	}
	if !s.dirty {
		return s.types
	}
	s.dirty, s.busy = false, true
	var files []*ast.File
	for _, f := range s.files {
		if decls := f.unchecked(); len(decls) > 0 {
			files = append(files, f.only(decls))
			l.checkLinks(s, f) // the checker does not ask twice for an import
		}
	}
	_ = s.check.Files(files) // what does not build stays unknown
	s.busy = false
	return s.types
}

// unchecked returns the declarations that have to be checked now.
func (f *sketchFile) unchecked() (decls []ast.Decl) {
	for _, d := range f.decls {
		if d.wanted && !d.checked {
			d.checked = true
			decls = append(decls, d.Decl)
		}
	}
	return decls
}

// only returns a file of some declarations, with the imports that are named.
func (f *sketchFile) only(decls []ast.Decl) *ast.File {
	imports := &ast.GenDecl{Tok: token.IMPORT}
	for _, link := range f.links.list {
		if link.wanted {
			imports.Specs = append(imports.Specs, link.spec)
		}
	}
	file := *f.File
	file.Decls = append([]ast.Decl{imports}, decls...)
	return &file
}

func (l *loader) checkLinks(s *sketch, f *sketchFile) {
	for _, link := range f.links.list {
		if _, to, _ := l.find(importedBy(link.spec), s.dir); link.wanted && to != nil && !to.busy {
			l.checked(to)
		}
	}
}
