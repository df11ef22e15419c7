package source

import (
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"sync"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
)

// A loader parses and type-checks packages, each once. It works in one order only, so that positions and types are the same in
// every run.
type loader struct {
	base     string // the working folder
	fset     *token.FileSet
	tests    bool
	table    *identity.Table
	resolver *resolver
	relevant map[string]*folder
	parsed   map[string]*syntax        // by folder
	imported map[string]*imported      // by folder
	outlines map[string]string         // by import path; nil before the first use
	outlined map[string]*types.Package // by import path; nil while being checked
	texts    sync.Map                  // the text of relevant files, by name: packages are read while others are loaded
	errs     []Error
}

// imported is the package that an import of a folder means.
type imported struct {
	types *types.Package // nil while being checked, or if there is none
	info  *types.Info    // nil if only the declarations were checked
}

// load returns the packages of a relevant folder.
func (l *loader) load(f *folder) (packages []*Package) {
	s := l.parse(f.dir)
	importPath := l.resolver.importPath(f.dir)
	var tested *types.Package // what the external tests import as importPath
	for _, g := range s.groups {
		for i, v := range g.variants(l.readFile) {
			var got *imported
			switch {
			case i == 0 && g == s.importable() && g.tests == 0:
				got = l.importFolder(importPath, f.dir)
			case g.external():
				got = l.check(importPath+"_test", f.dir, v.files, newInfo(), tested)
			default:
				got = l.check(importPath, f.dir, v.files, newInfo(), nil)
			}
			if i == 0 && g == s.importable() {
				tested = got.types
			}
			packages = append(packages, &Package{
				Imported: i == 0 && g == s.importable() && g.tests == 0,
				Package: &analyzer.Package{
					Fset: l.fset, Files: v.files, Types: got.types, Info: got.info, ReadFile: l.readFile,
				},
				asked: l.asked(f, v),
			})
		}
	}
	return packages
}

// asked returns the files of a variant that were asked for and are no other variant's to report.
func (l *loader) asked(f *folder, v variant) map[string]bool {
	asked := maps.Clone(v.own)
	maps.DeleteFunc(asked, func(name string, _ bool) bool { return f.only != nil && !f.only[filepath.Base(name)] })
	return asked
}

func (l *loader) readFile(name string) ([]byte, error) {
	if text, ok := l.texts.Load(name); ok {
		return text.([]byte), nil
	}
	return nil, errors.New(name + ": not a file of the package")
}

// importFolder returns the package of a folder without its tests. A relevant one is checked whole at its first import, so
// that it is checked once only.
func (l *loader) importFolder(importPath, dir string) *imported {
	if got := l.imported[dir]; got != nil {
		return got
	}
	got := new(imported)
	l.imported[dir] = got
	g := l.parse(dir).importable()
	if g == nil {
		return got
	}
	var info *types.Info
	files := g.withoutTests()
	if l.relevant[dir] != nil && g.tests == 0 {
		info, files = newInfo(), g.variants(l.readFile)[0].files
	}
	*got = *l.check(importPath, dir, files, info, nil)
	return got
}

// check type-checks as much as it can, function bodies only if their types are asked for with info.
func (l *loader) check(importPath, dir string, files []*ast.File, info *types.Info, tested *types.Package) *imported {
	config := types.Config{
		Importer:                 importer{l, dir, tested},
		Error:                    func(error) {}, // code that does not build is analyzed as far as its types are known
		IgnoreFuncBodies:         info == nil,
		FakeImportC:              true,
		DisableUnusedImportCheck: true,
	}
	pkg, _ := config.Check(importPath, l.fset, files, info)
	return &imported{pkg, info}
}

func newInfo() *types.Info {
	return &types.Info{
		Types:      make(map[ast.Expr]types.TypeAndValue),
		Instances:  make(map[*ast.Ident]types.Instance),
		Defs:       make(map[*ast.Ident]types.Object),
		Uses:       make(map[*ast.Ident]types.Object),
		Implicits:  make(map[ast.Node]types.Object),
		Selections: make(map[*ast.SelectorExpr]*types.Selection),
		Scopes:     make(map[ast.Node]*types.Scope),
	}
}

// An importer imports for the files of one folder.
type importer struct {
	loader *loader
	dir    string         // "" for an outline
	tested *types.Package // for external tests: the package with its test files
}

// Import never fails for good: a package that is not known is an empty one, and go/types, which is told so by the error,
// says nothing of the names that it lacks.
func (i importer) Import(importPath string) (*types.Package, error) {
	if importPath == "unsafe" {
		return types.Unsafe, nil
	}
	if i.tested != nil && i.tested.Path() == importPath {
		return i.tested, nil
	}
	if i.dir != "" {
		if dir, ok := i.loader.resolver.find(importPath, i.dir); ok {
			if got := i.loader.importFolder(importPath, dir); got.types != nil {
				return got.types, nil
			}
		}
	}
	if pkg := i.loader.outline(importPath); pkg != nil {
		return pkg, nil
	}
	return types.NewPackage(importPath, assumedName(importPath)), errors.New("not in this module, and no outline")
}

// assumedName returns the name that a package most likely has: not v2 nor yaml.v3, but what stands before.
func assumedName(importPath string) string {
	version := regexp.MustCompile(`[./]v[0-9]+$`)
	name := path.Base(version.ReplaceAllString(importPath, ""))
	name = regexp.MustCompile(`^go-|[-.]go$`).ReplaceAllString(name, "")
	if !token.IsIdentifier(name) {
		name = regexp.MustCompile(`[^\pL_\pN].*$`).ReplaceAllString(name, "")
	}
	if name == "" {
		return "_"
	}
	return name
}
