package source

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strconv"
)

// This room tells whether a package still compiles when some of its files are changed. Types have holes here, and a package need
// not compile as it is: only errors that were not there before count.

// Breaks returns the errors that the package would get if files of it had these texts, by name. Load must have returned.
func (p *Package) Breaks(texts map[string][]byte) (broken []Error) {
	after := slices.Clone(p.Files)
	for i, name := range p.FileNames() {
		if text, changes := texts[name]; changes {
			changed, err := parser.ParseFile(p.Fset, name, text, parser.SkipObjectResolution)
			if err != nil {
				return []Error{{File: name, Message: err.Error()}}
			}
			broken = append(broken, p.badImports(name, p.Files[i], changed)...)
			after[i] = changed
		}
	}
	was, is := p.recheck(p.Files), p.recheck(after)
	known := make(map[Error]int)
	for _, e := range was.errs {
		known[e]++
	}
	for _, e := range is.errs {
		if known[e]--; known[e] < 0 {
			broken = append(broken, e)
		}
	}
	return sortErrors(append(broken, p.changedDeclarations(was.types, is.types)...))
}

// changedDeclarations returns what a package declares in another way than before. As no fix does, each of the files compiles
// beside the others as they were, and so do the packages that import this one.
func (p *Package) changedDeclarations(was, is *types.Package) (errs []Error) {
	for _, name := range was.Scope().Names() {
		before, after := was.Scope().Lookup(name), is.Scope().Lookup(name)
		if after == nil || types.ObjectString(before, nil) != types.ObjectString(after, nil) {
			errs = append(errs, Error{File: p.Fset.File(before.Pos()).Name(), Message: name + " would be declared in another way"})
		}
	}
	return errs
}

// recheck type-checks all that the files of the package say, and keeps what is wrong, without the lines, which a fix moves.
func (p *Package) recheck(files []*ast.File) *recheck {
	for _, file := range files {
		p.imports.loader.wantNamed(file, p.imports.loader.links(file, p.imports.dir), nil) // they may name more than before
	}
	c := &recheck{importer: p.imports, missing: make(map[string]bool), info: newInfo(files), guessed: make(map[token.Pos]bool)}
	var found []types.Error
	config := types.Config{
		Importer:                 c,
		FakeImportC:              true,
		DisableUnusedImportCheck: true, // it would believe in names that are guessed
		Error: func(err error) {
			if e := (types.Error{}); errors.As(err, &e) {
				found = append(found, e)
			}
		},
	}
	c.types, _ = config.Check(p.Types.Path(), p.Fset, files, c.info) // the error is one of those found
	used := c.usedImports()
	for _, file := range files {
		for _, path := range c.unusedImports(file, used) {
			name := p.Fset.File(file.FileStart).Name()
			c.errs = append(c.errs, Error{File: name, Message: strconv.Quote(path) + " imported and not used"})
		}
	}
	place := regexp.MustCompile(`:\d+:\d+`)
	for _, e := range found {
		if isContinued := e.Msg[0] == '\t'; !isContinued && !c.guessed[e.Pos] {
			c.errs = append(c.errs, Error{File: p.Fset.File(e.Pos).Name(), Message: place.ReplaceAllString(e.Msg, "")})
		}
	}
	return c
}

// A recheck is one type-check of all that a package says.
type recheck struct {
	importer

	types   *types.Package
	errs    []Error
	info    *types.Info
	missing map[string]bool    // the imports that nothing is known of
	guessed map[token.Pos]bool // where an error may come from that
}

// Import remembers what is missing.
func (c *recheck) Import(path string) (*types.Package, error) {
	pkg, err := c.importer.Import(path)
	if err != nil {
		c.missing[path] = true
	}
	return pkg, err
}

func (c *recheck) usedImports() map[types.Object]bool {
	used := make(map[types.Object]bool)
	for _, obj := range c.info.Uses {
		if _, ok := obj.(*types.PkgName); ok {
			used[obj] = true
		}
	}
	return used
}

// unusedImports returns the import paths that a file makes no use of. The name of a package that is missing is guessed; if the file
// does not use that name, another name that it uses and that is not known may be the right one.
func (c *recheck) unusedImports(file *ast.File, used map[types.Object]bool) (paths []string) {
	isGuess := false
	for _, spec := range file.Imports {
		obj := c.info.Implicits[spec]
		if spec.Name != nil {
			obj = c.info.Defs[spec.Name]
		}
		path := importedBy(spec)
		if c.missing[path] {
			c.guessed[spec.Path.Pos()] = true
		}
		switch isNamed := spec.Name != nil; {
		case path == "C" || isNamed && (spec.Name.Name == "_" || spec.Name.Name == ".") || used[obj]:
		case c.missing[path] && !isNamed:
			isGuess = true
		default:
			paths = append(paths, path)
		}
	}
	if isGuess {
		c.guessQualifiers(file)
	}
	return paths
}

func (c *recheck) guessQualifiers(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		if selector, ok := n.(*ast.SelectorExpr); ok {
			c.guessed[selector.X.Pos()] = true
		}
		return true
	})
}
