package source

import (
	"embed"
	"go/ast"
	"go/parser"
	"go/types"
	"io/fs"
	"path"

	"golang.org/x/tools/txtar"
)

// An outline is the declarations of a library as Go source without function bodies: what a checker needs to know the
// types of the code that uses it. The files hold sections named IMPORTPATH/outline.go.
//
//go:embed outline/*.txtar
var outlineFiles embed.FS

// outline returns a package from its outline, or nil.
func (l *loader) outline(importPath string) *types.Package {
	if pkg, ok := l.outlined[importPath]; ok {
		return pkg
	}
	if !l.hasOutline(importPath) {
		return nil
	}
	text := l.outlines[importPath]
	l.outlined[importPath] = nil // an import of itself ends here
	file, err := parser.ParseFile(l.fset, importPath+"/outline.go", text, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	l.outlined[importPath] = l.check(importPath, "", []*ast.File{file}, nil, nil).types
	return l.outlined[importPath]
}

func (l *loader) hasOutline(importPath string) bool {
	if l.outlines == nil {
		l.outlines = readOutlines()
	}
	_, ok := l.outlines[importPath]
	return ok
}

// readOutlines returns the text of every outline by import path.
func readOutlines() map[string]string {
	outlines := make(map[string]string)
	files, _ := fs.Glob(outlineFiles, "outline/*.txtar") // the pattern is well formed
	for _, name := range files {
		text, err := outlineFiles.ReadFile(name)
		if err != nil {
			continue
		}
		for _, section := range txtar.Parse(text).Files {
			outlines[path.Dir(section.Name)] = string(section.Data)
		}
	}
	return outlines
}
