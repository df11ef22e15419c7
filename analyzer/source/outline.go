package source

import (
	"embed"
	"go/ast"
	"go/parser"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/tools/txtar"
)

// An outline is the declarations of a library as Go source without function bodies: what a checker needs to know the
// types of the code that uses it. The files hold sections named IMPORTPATH/outline.go.
//
//go:embed outline/*.txtar
var outlineFiles embed.FS

func (l *loader) hasOutline(importPath string) bool {
	if l.outlines == nil {
		l.outlines = readOutlines()
	}
	_, ok := l.outlines[importPath]
	return ok
}

// outlined returns the name of a package that has an outline.
func (l *loader) outlined(importPath string) string {
	clause, _, _ := strings.Cut(l.outlines[importPath], "\n")
	return strings.TrimPrefix(clause, "package ")
}

func (l *loader) parseOutline(importPath string) []*ast.File {
	file, err := parser.ParseFile(l.fset, importPath+"/outline.go", l.outlines[importPath], parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	return []*ast.File{file}
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
