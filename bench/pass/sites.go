package main

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"time"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/ssa"

	"github.com/whichid/whichid/analyzer/identity"
)

// compareSites measures the pass over the packages that import a library of the table, beside type-checking the same packages
// and beside building their SSA form, as the analyzer buildssa does for each package.
func compareSites(loaded []*packages.Package, visits []visit, rounds int) error {
	table, err := identity.NewTable()
	if err != nil {
		return err
	}
	var pkgs []*packages.Package
	var ours []visit
	for _, pkg := range loaded {
		if len(pkg.Errors) > 0 || !slices.ContainsFunc(pkg.Syntax, func(file *ast.File) bool { return isRelevant(table, file) }) {
			continue
		}
		pkgs = append(pkgs, pkg)
		for _, v := range visits {
			if v.pass.Pkg == pkg.Types {
				ours = append(ours, v)
			}
		}
	}
	if len(pkgs) == 0 {
		fmt.Println("No package of it imports a library of the table.")
		return nil
	}
	var checks, builds []float64
	for range rounds + 1 {
		pass, err := timed(func() error { return runAll(ours) })
		if err != nil {
			return err
		}
		check, err := timed(func() error { return each(pkgs, typeCheck) })
		if err != nil {
			return err
		}
		build, err := timed(func() error { return each(pkgs, buildSSA) })
		if err != nil {
			return err
		}
		checks = append(checks, ratio(pass, check))
		builds = append(builds, ratio(pass, build))
	}
	fmt.Printf("On its %d packages that import a library of the table the pass takes %.3f of type-checking them, and %.3f of building "+
		"their SSA form (medians of %d rounds)\n", len(pkgs), median(checks[1:]), median(builds[1:]), rounds)
	return nil
}

func isRelevant(table *identity.Table, file *ast.File) bool {
	return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool {
		path, err := strconv.Unquote(spec.Path.Value)
		return err == nil && table.Import(path) == identity.Relevant
	})
}

func each(pkgs []*packages.Package, do func(*packages.Package) error) error {
	for _, pkg := range pkgs {
		if err := do(pkg); err != nil {
			return fmt.Errorf("%s: %w", pkg.PkgPath, err)
		}
	}
	return nil
}

// typeCheck repeats what a driver does for every package before its analyzers run.
func typeCheck(pkg *packages.Package) error {
	config := types.Config{Importer: imported(pkg.Imports), Sizes: pkg.TypesSizes}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
		Scopes: make(map[ast.Node]*types.Scope), Instances: make(map[*ast.Ident]types.Instance),
	}
	_, err := config.Check(pkg.PkgPath, pkg.Fset, pkg.Syntax, info)
	return err
}

// imported are the packages that a package imports, checked already.
type imported map[string]*packages.Package

func (i imported) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg := i[path]; pkg != nil && pkg.Types != nil {
		return pkg.Types, nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

// buildSSA does what the analyzer buildssa does (golang.org/x/tools@v0.49.0/go/analysis/passes/buildssa/buildssa.go): a program for
// each package, with its imports as types only.
func buildSSA(pkg *packages.Package) error {
	program := ssa.NewProgram(pkg.Fset, 0)
	for _, dependency := range pkg.Types.Imports() {
		program.CreatePackage(dependency, nil, nil, true)
	}
	program.CreatePackage(pkg.Types, pkg.Syntax, pkg.TypesInfo, false).Build()
	return nil
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(b) }

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
