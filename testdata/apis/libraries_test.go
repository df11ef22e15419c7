package apis

import (
	"fmt"
	"go/types"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/testdata/apis/declared"
)

// Every row is true of each version of its library in libraries.txt, unless that says that the version lacks it. A row that is
// true of none, and one of a package that is in none, are in unserved.txt.
func TestLibraries(t *testing.T) {
	t.Parallel()
	modules := downloaded(t)
	standard := outlines(t, "std.txtar")
	unserved := readUnserved(t)
	rows := append(table(t).Rows(), table(t).Makers()...)
	checked := make(map[string]bool)
	for _, module := range modules {
		t.Run(module.String(), func(t *testing.T) {
			loader := open(t, module, standard)
			for _, row := range rows {
				if !under(row.Package, module.Path) || !loader.Has(row.Package) && !lacks(module, row) {
					if loader.Has(row.Package) || holder(modules, row.Package) == module.Path {
						t.Errorf("%s: there is no such package", titleOf(row))
					}
					continue
				}
				err := checkIn(loader, module, row)
				switch {
				case lacks(module, row) && err == nil:
					t.Errorf("%s: is there, although libraries.txt says that it is not", titleOf(row))
				case !lacks(module, row) && err != nil && unserved[titleOf(row)] == "":
					t.Errorf("%s: %v", titleOf(row), err)
				case err == nil:
					checked[titleOf(row)] = true
				}
			}
		})
	}
	for _, row := range rows {
		title := titleOf(row)
		switch why := unserved[title] + unserved[row.Package]; {
		case !checked[title] && why == "":
			t.Errorf("%s: is in no library of libraries.txt, and not in unserved.txt", title)
		case checked[title] && why != "":
			t.Errorf("%s: is in unserved.txt, although it was checked", title)
		}
	}
}

// checkIn checks a row in a version, without the kinds that the version lacks.
func checkIn(loader *declared.Loader, module *declared.Module, row identity.Sink) error {
	pkg, err := loader.Package(row.Package)
	if err != nil {
		return err
	}
	row.Kinds = slices.DeleteFunc(slices.Clone(row.Kinds), func(kind identity.Kind) bool {
		return slices.Contains(module.Lacks, path.Base(row.Package)+"."+kind.Name)
	})
	return check(row, pkg)
}

// titleOf returns what a row is about, as rows write it.
func titleOf(row identity.Sink) string {
	title := row.Package + "." + row.Name
	switch {
	case row.Struct:
		var conditions []string
		for _, condition := range row.When {
			conditions = append(conditions, condition.Fields[0]+":"+condition.Value)
		}
		return title + "{" + strings.Join(conditions, ",") + "}"
	case row.Params != identity.AnyParams:
		return fmt.Sprintf("%s(%d)", title, row.Params)
	}
	return title
}

// lacks reports whether libraries.txt says that the version does not have a row, or its package.
func lacks(module *declared.Module, row identity.Sink) bool {
	return slices.ContainsFunc(module.Lacks, func(lacking string) bool {
		return strings.Trim(module.Path+"/"+lacking, "/") == row.Package || strings.HasSuffix(titleOf(row), "/"+lacking)
	})
}

// holder returns the path of the module that has a package: the longest one.
func holder(modules []*declared.Module, importPath string) (longest string) {
	for _, module := range modules {
		if under(importPath, module.Path) && len(module.Path) > len(longest) {
			longest = module.Path
		}
	}
	return longest
}

func under(importPath, modulePath string) bool {
	return importPath == modulePath || strings.HasPrefix(importPath, modulePath+"/")
}

// open opens a module, with what the outlines say of other modules.
func open(t *testing.T, module *declared.Module, outlined map[string]*types.Package) *declared.Loader {
	t.Helper()
	loader, err := declared.Open(module, func(imported string) *types.Package { return outlined[imported] })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = loader.Close() })
	return loader
}

func downloaded(t *testing.T) []*declared.Module {
	t.Helper()
	modules, err := declared.ReadList("libraries.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := declared.Download(t.Context(), modules); err != nil {
		t.Fatal(err)
	}
	return modules
}

// readUnserved returns the lines of unserved.txt: a package or a row, and where it was read.
func readUnserved(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("unserved.txt")
	if err != nil {
		t.Fatal(err)
	}
	unserved := make(map[string]string)
	for line := range strings.Lines(string(text)) {
		if name, where, ok := strings.Cut(strings.TrimSpace(line), " "); ok && name != "#" {
			unserved[name] = where
		}
	}
	return unserved
}

func table(t *testing.T) *identity.Table {
	t.Helper()
	table, err := identity.NewTable()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// What a row excepts is there in some version of its library.
func TestExceptions(t *testing.T) {
	t.Parallel()
	standard := outlines(t, "std.txtar")
	modules := downloaded(t)
	for _, row := range table(t).Rows() {
		excepted := row
		excepted.When, excepted.Unless = row.Unless, nil
		has := func(module *declared.Module) bool {
			return under(row.Package, module.Path) && checkIn(open(t, module, standard), module, excepted) == nil
		}
		if len(row.Unless) > 0 && !slices.ContainsFunc(modules, has) {
			t.Errorf("%s: no version has what the row excepts", titleOf(row))
		}
	}
}
