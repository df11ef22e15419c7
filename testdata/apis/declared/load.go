package declared

import (
	"archive/zip"
	"errors"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"path"
	"strconv"
	"strings"
)

// A Loader type-checks packages of one module, each once.
type Loader struct {
	module *Module
	known  func(string) *types.Package
	files  map[string][]*zip.File // by folder, relative to the module
	close  func() error
	done   map[string]*types.Package
	fset   *token.FileSet
}

// Open opens a module that was downloaded. Of other modules it knows what known returns, or nil.
func Open(m *Module, known func(string) *types.Package) (*Loader, error) {
	reader, err := zip.OpenReader(m.zip)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m, err)
	}
	l := &Loader{
		module: m, known: known, files: make(map[string][]*zip.File), close: reader.Close,
		done: make(map[string]*types.Package), fset: token.NewFileSet(),
	}
	for _, file := range reader.File {
		name := strings.TrimPrefix(file.Name, m.String()+"/")
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			l.files[path.Dir(name)] = append(l.files[path.Dir(name)], file)
		}
	}
	return l, nil
}

// Close closes the module's file.
func (l *Loader) Close() error { return l.close() }

// Has reports whether the module has the package.
func (l *Loader) Has(importPath string) bool {
	dir, ok := l.dir(importPath)
	return ok && len(l.files[dir]) > 0
}

// dir returns the folder of a package of the module.
func (l *Loader) dir(importPath string) (dir string, ok bool) {
	if importPath == l.module.Path {
		return ".", true
	}
	return strings.CutPrefix(importPath, l.module.Path+"/")
}

// Package returns the declarations of a package of the module. What other modules declare is taken to be a type wherever the
// package names it, and never more than that.
func (l *Loader) Package(importPath string) (*types.Package, error) {
	if pkg, ok := l.done[importPath]; ok {
		return pkg, nil
	}
	l.done[importPath] = nil // a cycle ends here
	dir, _ := l.dir(importPath)
	var files []*ast.File
	for _, file := range l.files[dir] {
		syntax, err := l.parse(file)
		if err != nil {
			return nil, err
		}
		if syntax != nil {
			files = append(files, syntax)
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: there is no package %s", l.module, importPath)
	}
	// What a file makes of another module's variables and functions is an error, which only those declarations suffer from.
	l.done[importPath], _ = Check(l.fset, importPath, files, l.imports)
	return l.done[importPath], nil
}

// imports returns a package of the same module, or one that is known.
func (l *Loader) imports(importPath string) *types.Package {
	if !l.Has(importPath) {
		return l.known(importPath)
	}
	pkg, err := l.Package(importPath)
	if err != nil {
		return nil
	}
	return pkg
}

// parse parses a file without its functions' bodies, or returns nil if it is for another system than Linux.
func (l *Loader) parse(file *zip.File) (*ast.File, error) {
	reader, err := file.Open()
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(reader)
	if err := errors.Join(err, reader.Close()); err != nil {
		return nil, err
	}
	syntax, err := parser.ParseFile(l.fset, file.Name, text, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		return nil, err
	}
	if !builds(file.Name, syntax) {
		return nil, nil
	}
	for _, decl := range syntax.Decls {
		if function, ok := decl.(*ast.FuncDecl); ok {
			function.Body = nil
		}
	}
	return syntax, nil
}

// builds reports whether a file is part of the package on Linux.
func builds(name string, syntax *ast.File) bool {
	for _, system := range []string{"windows", "darwin", "js", "wasm", "plan9", "freebsd"} {
		if strings.HasSuffix(name, "_"+system+".go") {
			return false
		}
	}
	for _, group := range syntax.Comments {
		for _, comment := range group.List {
			if comment.Pos() > syntax.Package || !constraint.IsGoBuild(comment.Text) {
				continue
			}
			expr, err := constraint.Parse(comment.Text)
			return err == nil && expr.Eval(func(tag string) bool {
				return tag == "linux" || tag == "unix" || tag == "amd64" || strings.HasPrefix(tag, "go1.")
			})
		}
	}
	return syntax.Name.Name != "main"
}

// Check type-checks declarations with what imports knows. Of a package that it does not know, every name that the files
// select is a type. The error is the first of all, after which Check goes on.
func Check(
	fset *token.FileSet, importPath string, files []*ast.File, imports func(string) *types.Package,
) (*types.Package, error) {
	in := make(importer)
	for _, file := range files {
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil || in[imported] != nil {
				continue
			}
			if in[imported] = imports(imported); in[imported] == nil {
				in[imported] = types.NewPackage(imported, AssumedName(imported))
			}
		}
	}
	for _, file := range files {
		in.assume(file, imports)
	}
	for _, pkg := range in {
		pkg.MarkComplete()
	}
	config := types.Config{Importer: in, Error: func(error) {}, IgnoreFuncBodies: true, FakeImportC: true, DisableUnusedImportCheck: true}
	return config.Check(importPath, fset, files, nil)
}

type importer map[string]*types.Package

func (in importer) Import(importPath string) (*types.Package, error) {
	if importPath == "unsafe" {
		return types.Unsafe, nil
	}
	return in[importPath], nil
}

// assume declares what a file selects of packages that are not known.
func (in importer) assume(file *ast.File, known func(string) *types.Package) {
	unknown := make(map[string]*types.Package)
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil || imported == "unsafe" || known(imported) != nil {
			continue
		}
		name := in[imported].Name()
		if spec.Name != nil {
			name = spec.Name.Name
		}
		unknown[name] = in[imported]
	}
	ast.Inspect(file, func(n ast.Node) bool {
		selector, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		id, ok := selector.X.(*ast.Ident)
		if !ok || unknown[id.Name] == nil || unknown[id.Name].Scope().Lookup(selector.Sel.Name) != nil {
			return true
		}
		name := types.NewTypeName(token.NoPos, unknown[id.Name], selector.Sel.Name, nil)
		types.NewNamed(name, types.NewStruct(nil, nil), nil)
		unknown[id.Name].Scope().Insert(name)
		return true
	})
}

// AssumedName returns the name that a package most likely has: its path's last element that is no version.
func AssumedName(importPath string) string {
	name := path.Base(importPath)
	if parent := path.Dir(importPath); len(name) > 1 && name[0] == 'v' && strings.Trim(name[1:], "0123456789") == "" && parent != "." {
		name = path.Base(parent)
	}
	name, _, _ = strings.Cut(name, ".")
	return strings.TrimSuffix(strings.TrimPrefix(name, "go-"), "-go")
}
