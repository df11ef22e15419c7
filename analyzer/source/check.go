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
	folders  map[string]*folder      // those that were gated
	parsed   map[string]*syntax      // by folder
	imported map[string]*imported    // by folder
	sketches map[string]*sketch      // by folder, or import path of an outline
	sketched map[*types.Package]bool // the types of sketches
	places   map[importKey]place
	outlines map[string]string // by import path; nil before the first use
	loaded   map[*types.Package]*Package
	vendors  map[*module]*vendor
	typed    *typed   // nil if the go command is not asked
	texts    sync.Map // the text of relevant files, by name: packages are read while others are loaded
	errs     []Error
}

// imported is the package that an import of a folder means.
type imported struct {
	types *types.Package // nil while being checked, or if there is none
	info  *types.Info    // nil if only the declarations were checked
}

// importFolder returns the package of a relevant folder without its tests. It is checked whole at its first import, so that it is
// checked once only. If others have its declarations already, there is no more than these.
func (l *loader) importFolder(importPath, dir string) *imported {
	if got := l.imported[dir]; got != nil {
		return got
	}
	if s := l.sketches[dir]; s != nil && s.types != nil {
		return &imported{types: l.checked(s)}
	}
	got := new(imported)
	l.imported[dir] = got
	g := l.parse(dir).importable()
	if g == nil {
		return got
	}
	*got = *l.check(importPath, dir, g.withoutTests().variants(l.readFile)[0].files, nil)
	return got
}

// check type-checks as much as it can.
func (l *loader) check(importPath, dir string, files []*ast.File, tested *types.Package) *imported {
	info := newInfo(files)
	i := importer{l, dir, tested}
	config := i.config()
	if l.typed != nil {
		config.Error = func(err error) { l.typed.complain(i, files, err) }
	}
	pkg, _ := config.Check(importPath, l.fset, files, info)
	return &imported{pkg, info}
}

// newInfo makes room for what is known of some files, so that the maps are not copied when they grow. Keda and azcopy have an expression
// for 20 bytes, a use for 25, a declared name for 100 and a selection for 130.
func newInfo(files []*ast.File) *types.Info {
	size := 0
	for _, file := range files {
		size += int(file.FileEnd - file.FileStart)
	}
	return &types.Info{
		Types:      make(map[ast.Expr]types.TypeAndValue, size/20),
		Instances:  make(map[*ast.Ident]types.Instance),
		Defs:       make(map[*ast.Ident]types.Object, size/100),
		Uses:       make(map[*ast.Ident]types.Object, size/25),
		Implicits:  make(map[ast.Node]types.Object),
		Selections: make(map[*ast.SelectorExpr]*types.Selection, size/130),
		Scopes:     make(map[ast.Node]*types.Scope, size/150),
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
	whole, s, name := i.loader.find(importPath, i.dir)
	if i.tested != nil && i.loader.place(importPath, i.dir).dir == i.dir {
		return i.tested, nil
	}
	if whole != "" {
		if got := i.loader.importFolder(importPath, whole); got.types != nil {
			return got.types, nil
		}
	}
	if pkg := i.loader.typed.types(importPath, i.dir); pkg != nil {
		return pkg, nil
	}
	if s != nil && !s.busy {
		return i.loader.checked(s), nil
	}
	return types.NewPackage(importPath, name), errors.New("not in this module, and no outline")
}

// config is how the files are checked.
func (i importer) config() *types.Config {
	return &types.Config{
		Importer:                 i,
		Error:                    func(error) {}, // code that does not build is analyzed as far as its types are known
		FakeImportC:              true,
		DisableUnusedImportCheck: true,
	}
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
