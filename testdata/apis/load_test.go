package apis

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"

	"github.com/whichid/whichid/testdata/apis/declared"
)

// realPackages loads packages as the compiler sees them, by import path. A modfile chooses the versions; "" is go.mod.
func realPackages(t *testing.T, modfile string, paths ...string) map[string]*types.Package {
	t.Helper()
	config := &packages.Config{Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedExportFile}
	if modfile != "" {
		config.BuildFlags = []string{"-modfile=" + modfile}
	}
	loaded, err := packages.Load(config, paths...)
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]*types.Package)
	for _, pkg := range loaded {
		for _, err := range pkg.Errors {
			t.Fatal(err)
		}
		out[pkg.PkgPath] = pkg.Types
	}
	return out
}

// outlines type-checks the outlines of the files that a pattern matches. In those of packages that go.mod requires
// everything has to be known; what others import may be in no outline.
func outlines(t *testing.T, pattern string) map[string]*types.Package {
	t.Helper()
	files, err := filepath.Glob("../../analyzer/source/outline/" + pattern)
	if err != nil || len(files) == 0 {
		t.Fatal("no outlines", err)
	}
	in := newOutlineImporter()
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, section := range archive.Files {
			path, ok := strings.CutSuffix(section.Name, "/outline.go")
			if !ok || in.sources[path] != nil {
				t.Errorf("%s: %s is not IMPORTPATH/outline.go, or the second of its name", file, section.Name)
			}
			in.sources[path] = section.Data
			in.lax[path] = !slices.Contains([]string{"std.txtar", "azure.txtar", "mssql.txtar"}, filepath.Base(file))
		}
	}
	for path := range in.sources {
		if _, err := in.Import(path); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	return in.done
}

type outlineImporter struct {
	sources map[string][]byte
	lax     map[string]bool
	done    map[string]*types.Package
	fset    *token.FileSet
}

func newOutlineImporter() *outlineImporter {
	return &outlineImporter{
		sources: make(map[string][]byte), lax: make(map[string]bool), done: make(map[string]*types.Package), fset: token.NewFileSet(),
	}
}

func (in *outlineImporter) Import(path string) (*types.Package, error) {
	if pkg := in.done[path]; pkg != nil {
		return pkg, nil
	}
	source, ok := in.sources[path]
	if !ok {
		return nil, fmt.Errorf("no outline of %s", path)
	}
	file, err := parser.ParseFile(in.fset, path+"/outline.go", source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var failed error
	pkg, err := declared.Check(in.fset, path, []*ast.File{file}, func(imported string) *types.Package {
		pkg, err := in.Import(imported)
		if err != nil && !in.lax[path] {
			failed = errors.Join(failed, err)
		}
		return pkg
	})
	in.done[path] = pkg
	return pkg, errors.Join(failed, err)
}
