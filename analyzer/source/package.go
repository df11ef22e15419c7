package source

import (
	"errors"
	"go/types"
	"maps"
	"path/filepath"
	"slices"

	"github.com/whichid/whichid/analyzer"
)

// A Package is a package to analyze.
type Package struct {
	*analyzer.Package
	Imported bool       // it is what an import of its folder means: no variant of it, no tests
	Imports  []*Package // those of the packages loaded before that it imports, at any distance

	asked   map[string]bool
	imports importer // of its files
}

// Asked reports whether findings in a file of the package are asked for. The other files are there for their declarations.
func (p *Package) Asked(file string) bool { return p.asked[file] }

// FileNames returns the names of the package's files.
func (p *Package) FileNames() (names []string) {
	for _, file := range p.Files {
		names = append(names, p.Fset.File(file.FileStart).Name())
	}
	return names
}

// load returns the packages of a relevant folder, without their tests: first the one that others import, which may be those here.
// What is found in them does not depend on tests.
func (l *loader) load(f *folder) (packages []*Package) {
	l.sayModule(f)
	s := l.parse(f.dir)
	path, importable := l.importPath(f)
	main := s.importable()
	if main != nil && importable {
		pkg := l.pack(f, main.withoutTests().variants(l.readFile)[0], l.importFolder(path, f.dir))
		pkg.Imported = true
		packages = append(packages, pkg)
	}
	for _, g := range s.groups {
		for i, v := range g.withoutTests().variants(l.readFile) {
			if i > 0 || g != main || !importable {
				packages = append(packages, l.pack(f, v, l.check(path, f.dir, v.files, nil)))
			}
		}
	}
	return packages
}

// loadTests returns the packages of a relevant folder with their tests. Nothing imports them.
func (l *loader) loadTests(f *folder) (packages []*Package) {
	l.sayModule(f)
	s := l.parse(f.dir)
	path, _ := l.resolver.importPath(f.dir)
	tested := l.importFolder(path, f.dir).types // what the external tests import
	for _, g := range s.groups {
		for i, v := range g.testVariants(l.readFile) {
			if g.external() {
				pkg := l.pack(f, v, l.check(path+"_test", f.dir, v.files, tested))
				pkg.imports.tested = tested
				packages = append(packages, pkg)
				continue
			}
			got := l.check(path, f.dir, v.files, nil)
			if i == 0 && g == s.importable() {
				tested = got.types
			}
			packages = append(packages, l.pack(f, v, got))
		}
	}
	return packages
}

// pack makes a variant with its types a package.
func (l *loader) pack(f *folder, v variant, got *imported) *Package {
	pkg := &Package{
		Package: &analyzer.Package{Fset: l.fset, Files: v.files, Types: got.types, Info: got.info, ReadFile: l.readFile},
		asked:   maps.Clone(v.own),
		imports: importer{loader: l, dir: f.dir},
	}
	maps.DeleteFunc(pkg.asked, func(name string, _ bool) bool { return f.only != nil && !f.only[filepath.Base(name)] })
	pkg.Imports = l.reached(got.types, f)
	l.loaded[got.types] = pkg
	got.info = nil // who has the package may drop it: it is the largest part
	return pkg
}

// reached returns the loaded packages that a package imports, at any distance in what was read: a method of a package in between may
// return what a loaded package has a method for. Of those with one import path, the nearest counts.
func (l *loader) reached(pkg *types.Package, f *folder) (loaded []*Package) {
	seen := make(map[string]bool) // a program in the folder of a package imports what has its own path
	for next := slices.Clone(pkg.Imports()); len(next) > 0; next = next[1:] {
		imported := next[0]
		if seen[imported.Path()] {
			continue
		}
		seen[imported.Path()] = true
		need := l.loaded[imported]
		if need == nil {
			need = l.typed.loaded(imported.Path(), f)
		}
		if need != nil {
			loaded = append(loaded, need)
		}
		if need != nil || l.sketched[imported] {
			next = append(next, imported.Imports()...)
		}
	}
	return loaded
}

// sayModule says what is wrong with the go.mod of a folder that was asked for, and with the go.work above: that may be why types are
// not known.
func (l *loader) sayModule(f *folder) {
	if f.silent {
		return
	}
	failed := l.resolver.work.failed
	if m := l.resolver.module(f.dir); m != nil {
		failed = slices.Concat(failed, m.failed)
	}
	for _, failed := range failed {
		l.errs = append(l.errs, failed.describe(l.base))
	}
}

func (l *loader) readFile(name string) ([]byte, error) {
	if text, ok := l.texts.Load(name); ok {
		return text.([]byte), nil
	}
	return nil, errors.New(name + ": not a file of the package")
}
