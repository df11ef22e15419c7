package analyzer_test

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/whichid/whichid/analyzer"
)

// A text is the source of a package: the bytes of each file, by name.
type text map[string][]byte

// read returns the Go files of a folder.
func read(t *testing.T, dir string) text {
	t.Helper()
	out, err := readDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func readDir(dir string) (text, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	out := make(text)
	for _, name := range names {
		if out[name], err = os.ReadFile(name); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// files is shared by all packages, as in drivers.
var files = token.NewFileSet()

// load parses and type-checks a package, and returns what is known of it and every error on the way.
func load(path string, source text, imports types.Importer) (*analyzer.Package, []error) {
	var errs []error
	pkg := &analyzer.Package{
		Fset: files,
		Info: &types.Info{
			Types:        make(map[ast.Expr]types.TypeAndValue),
			Instances:    make(map[*ast.Ident]types.Instance),
			Defs:         make(map[*ast.Ident]types.Object),
			Uses:         make(map[*ast.Ident]types.Object),
			Implicits:    make(map[ast.Node]types.Object),
			Selections:   make(map[*ast.SelectorExpr]*types.Selection),
			Scopes:       make(map[ast.Node]*types.Scope),
			FileVersions: make(map[*ast.File]string),
		},
		ReadFile: func(name string) ([]byte, error) { return source[name], nil },
	}
	for _, name := range slices.Sorted(maps.Keys(source)) {
		file, err := parser.ParseFile(files, name, source[name], parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			errs = append(errs, err)
		}
		pkg.Files = append(pkg.Files, file)
	}
	config := types.Config{Importer: imports, Error: func(err error) { errs = append(errs, err) }}
	pkg.Types, _ = config.Check(path, files, pkg.Files, pkg.Info) // the error is errs[0]
	return pkg, errs
}

// A world imports packages from the folder src below a root, and all others from the standard library.
type world struct {
	src  string
	done map[string]*types.Package
}

var (
	std    = importer.ForCompiler(files, "gc", nil)
	worlds = make(map[string]*world)
)

// completeTypes returns the world of a root.
func completeTypes(root string) types.Importer {
	if worlds[root] == nil {
		worlds[root] = &world{filepath.Join(root, "src"), make(map[string]*types.Package)}
	}
	return worlds[root]
}

func (w *world) Import(path string) (*types.Package, error) {
	if pkg := w.done[path]; pkg != nil {
		return pkg, nil
	}
	source, err := readDir(filepath.Join(w.src, filepath.FromSlash(path)))
	if err != nil {
		return nil, err
	}
	if len(source) == 0 {
		return std.Import(path)
	}
	pkg, errs := load(path, source, w)
	if len(errs) > 0 {
		return nil, errs[0]
	}
	w.done[path] = pkg.Types
	return pkg.Types, nil
}

// checkFormat fails if a file is not as gofmt writes it.
func checkFormat(t *testing.T, source text, name string) {
	t.Helper()
	formatted, err := format.Source(source[name])
	if err != nil {
		t.Errorf("%s: %v", name, err)
	} else if !bytes.Equal(formatted, source[name]) {
		t.Errorf("%s is not formatted:\n%s", name, source[name])
	}
}
