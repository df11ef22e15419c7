package source

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// oddFiles are files that are not as gofmt leaves them, or do not build.
func oddFiles() []string {
	return []string{
		"",
		"package",
		"package p",
		"package p;",
		"package p; import \"a\"",
		"package p; func f() {}",
		"package _\n",
		"package func\n",
		"\ufeffpackage p\nimport \"a\"\n",
		"// Grüße\npackage p\nimport \"a\"\n",
		"// \xff\npackage p\nimport \"a\"\n",
		"// \x00\npackage p\nimport \"a\"\n",
		"package p /* a\nb */ import \"a\"\n",
		"package p /* open",
		"package p\nimport \"a\"; import \"b\"\n",
		"package p\nimport (\"a\"; \"b\")\n",
		"package p\nimport (\"a\"\n\"b\")\n",
		"package p\nimport (\n\t\"a\" // \"x\"\n\t/* y */ b \"b\"\n\t. \"c\"\n\t_ \"d/v2\"\n)\nimport\n\"e\"\n",
		"package p\nimport (\n\ta\n\t\"b\"\n)\n",
		"package p\nimport \"a\" \"b\"\n",
		"package p\nimport \"a\nfunc f() {}\n",
		"package p\nimport `a`\n",
		"package p\nimport \"\"\n",
		"package p\nimport \"a b\"\n",
		"package p\nimport \"a\\x62\"\n",
		"package p\nimport 'a'\n",
		"package p\nimport func \"a\"\n",
		"package p\nimport (\n\"a\"\n",
		"package p\nimport \"a\"\n}\n",
		"package p\nimport \"a\"\nfunc f( {\nimport \"b\"\n",
		"package p\nfunc f() { /* open }\n",
		"package p\nfunc f() { `open }\n",
		"package p\nfunc f() {\n",
		"package p\nfunc f() } {\nvar x int\n",
		"package p\nfunc f() { _ = \"}\n}\nvar x int\n",
		"package p\ntype\x00",
		"package p\nfunc f() { \x00 }\nfunc g() { 1 }\n",
		"package p\nvar f =\nfunc() int { return 1 }()\n",
	}
}

// TestReadHeader holds what is read without the parser to what the parser reads.
func TestReadHeader(t *testing.T) {
	t.Parallel()
	plain := 0
	for name, text := range goFiles(t) {
		want, wanted := parsedHeader(text)
		got, err := readHeader(text)
		if fmt.Sprint(got) != fmt.Sprint(want) || fmt.Sprint(err) != fmt.Sprint(wanted) {
			t.Errorf("%s: got %v, %v, want %v, %v", name, got, err, want, wanted)
		}
		if _, ok := plainHeader(text); ok {
			plain++
		}
	}
	if plain < 100 {
		t.Errorf("only %d headers were read without the parser", plain)
	}
}

// parsedHeader returns the header that the parser reads.
func parsedHeader(text []byte) (h header, err error) {
	file, err := parser.ParseFile(token.NewFileSet(), "", text, parser.ImportsOnly|parser.SkipObjectResolution)
	if file == nil {
		return h, err
	}
	h.clause = file.Name.Name
	for _, spec := range file.Imports {
		if path, bad := strconv.Unquote(spec.Path.Value); bad == nil {
			h.imports = append(h.imports, importSpec{path, nameOf(spec)})
		}
	}
	return h, err
}

func nameOf(spec *ast.ImportSpec) string {
	if spec.Name == nil {
		return ""
	}
	return spec.Name.Name
}

// TestDropBodies holds what is left of a file without the bodies of its functions to what the parser makes of the whole file.
func TestDropBodies(t *testing.T) {
	t.Parallel()
	shorter := 0
	for name, text := range goFiles(t) {
		got, _ := declarations(dropBodies(text))
		want, err := declarations(text)
		if err == nil && got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
		if len(dropBodies(text)) < len(text) {
			shorter++
		}
	}
	if shorter < 100 {
		t.Errorf("only %d files are shorter", shorter)
	}
}

// declarations prints a file without the bodies of its functions.
func declarations(text []byte) (string, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", text, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok {
			f.Body = nil
		}
		if err := format.Node(&b, fset, decl); err != nil {
			return "", err
		}
		b.WriteByte('\n')
	}
	return strings.Join(strings.Fields(b.String()), " "), nil
}

// goFiles returns odd files, and all of the project.
func goFiles(tb testing.TB) map[string][]byte {
	tb.Helper()
	files := make(map[string][]byte)
	for _, text := range oddFiles() {
		files[strconv.Quote(text)] = []byte(text)
	}
	tree := filepath.Join("..", "..")
	err := filepath.WalkDir(tree, func(path string, _ fs.DirEntry, err error) error {
		if err == nil && isGo(path) {
			files[path], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return files
}
