package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer"
)

// A unit is the files of a folder that are one package, tests of the same package among them.
type unit struct {
	name    string // the folder, and the package's name if it has several
	fset    *token.FileSet
	texts   map[string][]byte
	files   []*ast.File
	broken  map[string]bool // that the parser complains of
	types   *types.Package
	info    *types.Info
	errors  []string // of the type checker
	imports types.Importer
}

// newUnits parses files, and splits them into packages.
func newUnits(dir string, fset *token.FileSet, texts map[string][]byte, imports types.Importer) []*unit {
	byName := make(map[string]*unit)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		file, err := parser.ParseFile(fset, name, texts[name], parser.ParseComments|parser.SkipObjectResolution)
		if file == nil {
			continue
		}
		u := byName[file.Name.Name]
		if u == nil {
			u = &unit{name: dir + " " + file.Name.Name, fset: fset, imports: imports}
			u.texts, u.broken = make(map[string][]byte), make(map[string]bool)
			byName[file.Name.Name] = u
		}
		u.files = append(u.files, file)
		u.texts[name] = texts[name]
		u.broken[name] = err != nil
	}
	var units []*unit
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		units = append(units, byName[name])
	}
	return units
}

// again is the unit with other texts.
func (u *unit) again(texts map[string][]byte) *unit {
	all := maps.Clone(u.texts)
	maps.Copy(all, texts)
	for _, other := range newUnits("", u.fset, all, u.imports) {
		if strings.TrimSpace(other.name) == u.files[0].Name.Name {
			other.name = u.name
			return other
		}
	}
	return nil
}

// check type-checks as much as it can.
func (u *unit) check() {
	u.info = &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Instances: make(map[*ast.Ident]types.Instance),
		Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
		Scopes: make(map[ast.Node]*types.Scope),
	}
	complain := func(err error) { u.errors = append(u.errors, err.Error()) }
	config := types.Config{Importer: u.imports, Error: complain, FakeImportC: true, DisableUnusedImportCheck: true}
	u.types, _ = config.Check("example.com/unit/"+u.files[0].Name.Name, u.fset, u.files, u.info)
}

// markers are the words that make the rooms look for more than calls of known libraries. In a comment they say nothing themselves.
const markers = "\n// oauth2/token IDENTITY_ENDPOINT az login sqlcmd ActiveDirectory fedauth\n"

// marked is the unit for the rooms, with all that a package can hold to be looked for.
func (u *unit) marked() *analyzer.Package {
	read := func(name string) ([]byte, error) {
		text, ok := u.texts[name]
		if !ok {
			return nil, os.ErrNotExist
		}
		return append(slices.Clip(text), markers...), nil
	}
	return &analyzer.Package{Fset: u.fset, Files: u.files, Types: u.types, Info: u.info, ReadFile: read}
}

func (u *unit) lines() (n int) {
	for _, text := range u.texts {
		n += bytes.Count(text, []byte("\n"))
	}
	return n
}

// forget takes the files out of the set, so that it does not grow.
func (u *unit) forget() {
	for _, file := range u.files {
		if f := u.fset.File(file.FileStart); f != nil {
			u.fset.RemoveFile(f)
		}
	}
}

// holes imports nothing, or the standard library only: whatever else a package takes from others is unknown.
type holes struct{ std *world }

func (h holes) Import(path string) (*types.Package, error) {
	if h.std == nil || !isStandard(path) {
		return nil, errHole
	}
	return h.std.Import(path)
}

// isStandard tells whether an import path is of the standard library: its first element has no dot.
func isStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}
