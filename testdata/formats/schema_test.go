package formats_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // so that the module is there
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// moduleFile returns the path of a file of a module.
func moduleFile(t *testing.T, module, name string) string {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(strings.TrimSpace(string(dir)), filepath.FromSlash(name))
}

// sarifSchema returns the schema of OASIS, errata 01 and all, which a library of others keeps in a constant.
func sarifSchema(t *testing.T) string {
	t.Helper()
	name := moduleFile(t, "github.com/owenrumney/go-sarif/v3", "pkg/report/v210/sarif/schema.go")
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var schema string
	ast.Inspect(file, func(n ast.Node) bool {
		if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			schema, err = strconv.Unquote(literal.Value)
		}
		return schema == ""
	})
	if err != nil || !strings.Contains(schema, "sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json") {
		t.Fatalf("%s does not hold the schema: %v", name, err)
	}
	return schema
}

// rdjsonSchema returns reviewdog's.
func rdjsonSchema(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(moduleFile(t, "github.com/reviewdog/reviewdog", "proto/rdf/jsonschema/DiagnosticResult.json"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func compile(t *testing.T, text string) *jsonschema.Schema {
	t.Helper()
	const url = "file:///schema.json"
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat() // URIs, above all
	if err := compiler.AddResource(url, value(t, text)); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(url)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func value(t *testing.T, text string) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func validate(t *testing.T, schema *jsonschema.Schema, name string, text []byte) {
	t.Helper()
	if err := schema.Validate(value(t, string(text))); err != nil {
		t.Errorf("%s: %#v", name, err)
	}
}

// mustRefuse sees that a schema refuses something at all.
func mustRefuse(t *testing.T, schema *jsonschema.Schema, text string) {
	t.Helper()
	if schema.Validate(value(t, text)) == nil {
		t.Errorf("the schema takes %s", text)
	}
}
