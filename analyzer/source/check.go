package source

import (
	"errors"
	"go/ast"
	"go/build"
	"go/token"
	"go/types"
	"path"
	"strings"
	"sync"
	"unicode"

	"github.com/whichid/whichid/analyzer/identity"
)

// A loader parses and type-checks packages, each once. It works in one order only, so that positions and types are the same in
// every run.
type loader struct {
	base     string // the working folder
	fset     *token.FileSet
	build    *build.Context
	table    *identity.Table
	resolver *resolver
	relevant map[string]*folder
	parsed   map[string]*syntax        // by folder
	imported map[string]*imported      // by folder
	outlines map[string]string         // by import path; nil before the first use
	outlined map[string]*types.Package // by import path; nil while being checked
	loaded   map[*types.Package]*Package
	vendors  map[*module]*vendor
	texts    sync.Map // the text of relevant files, by name: packages are read while others are loaded
	errs     []Error
}

// imported is the package that an import of a folder means.
type imported struct {
	types *types.Package // nil while being checked, or if there is none
	info  *types.Info    // nil if only the declarations were checked
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
	g = g.withoutTests()
	files := g.files
	if l.relevant[dir] != nil {
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
	for _, known := range []func(string) *types.Package{i.fromModule, i.loader.outline, i.fromVendor} {
		if pkg := known(importPath); pkg != nil {
			return pkg, nil
		}
	}
	return types.NewPackage(importPath, assumedName(importPath)), errors.New("not in this module, and no outline")
}

// fromModule imports a package of the module, or of one that its imports lead to.
func (i importer) fromModule(importPath string) *types.Package {
	if i.dir == "" {
		return nil
	}
	dir, ok := i.loader.resolver.find(importPath, i.dir)
	switch {
	case !ok:
		return nil
	case i.tested != nil && dir == i.dir:
		return i.tested
	}
	return i.loader.importFolder(importPath, dir).types
}

// fromVendor imports a vendored package, if that tells of identities.
func (i importer) fromVendor(importPath string) *types.Package {
	if i.dir == "" {
		return nil
	}
	return i.loader.importVendored(importPath, i.dir)
}

// assumedName returns the name that a package most likely has: not v2 nor yaml.v3, but what stands before.
func assumedName(importPath string) string {
	if i := strings.LastIndexAny(importPath, "./"); i > 0 && isVersion(importPath[i+1:]) {
		importPath = importPath[:i]
	}
	name := strings.TrimPrefix(path.Base(importPath), "go-")
	name = strings.TrimSuffix(strings.TrimSuffix(name, "-go"), ".go")
	isOther := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' }
	if i := strings.IndexFunc(name, isOther); i >= 0 {
		name = name[:i]
	}
	if name == "" {
		return "_"
	}
	return name
}

// isVersion tells whether a part of a path is v2 or the like.
func isVersion(s string) bool {
	digits, ok := strings.CutPrefix(s, "v")
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}
