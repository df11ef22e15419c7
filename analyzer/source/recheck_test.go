package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/source"
)

// whole is a module with a package that is changed, a.go in folder a, and packages that it could import.
const whole = `
-- go.mod --
module example.com/m
require example.com/required v1.0.0
-- a/a.go --
package a

import (
	"example.com/guess/go-work"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func F() (*azidentity.ManagedIdentityCredential, error) {
	lib.Log()
	return azidentity.NewManagedIdentityCredential(nil)
}
-- a/b.go --
package a

var other, broken int = 1, "text"

type twice struct{}

func (twice) m() {}
func (twice) m() {}
-- config/config.go --
package config

func ID() string { return "" }
-- user/user.go --
package user

import "example.com/m/a"

var Cred, Err = a.F()
-- user/internal/secret/secret.go --
package secret

const ID = ""
-- cmd/main.go --
package main
-- other/go.mod --
module example.com/other
require example.com/elsewhere v1.0.0
-- other/ids/ids.go --
package ids

func ID() string { return "" }
`

// TestBreaks changes a/a.go, and wants the errors that come of it, and of it only.
func TestBreaks(t *testing.T) {
	t.Parallel()
	const options = "&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(ID)}"
	id := func(expr string) string { return strings.ReplaceAll(options, "ID)", expr+")") }
	imports := func(path string) []string { return []string{`import (`, "import (\n\t\"" + path + `"`} }
	for _, test := range []struct {
		name   string
		change []string // pairs of old and new text
		want   string
	}{
		{name: "nothing"},
		{name: "lines move", change: []string{"package a", "package a\n\n\n"}},
		{name: "an ID", change: []string{"nil", id(`"x"`)}},
		{name: "an import of an outline", change: append(imports("os"), "nil", id(`os.Getenv("X")`))},
		{name: "an import of the module", change: append(imports("example.com/m/config"), "nil", id("config.ID()"))},
		{name: "what is required has any name", change: append(imports("example.com/required/go-v"), "nil", id("ids.ID()"))},
		{name: "a name that may be of what is imported", change: []string{"nil", id("lib.ID()")}},
		{name: "the standard library is not here", change: append(imports("unknown/std"), "nil", id("std.ID()"))},

		{name: "a name that is not declared", change: []string{"nil", id("undefinedName")}, want: "a/a.go: undefined: undefinedName"},
		{
			name:   "a name that the package does not have",
			change: append(imports("example.com/m/config"), "nil", id("config.Nothing()")),
			want:   "a/a.go: undefined: config.Nothing",
		},
		{
			name: "another type", change: []string{"nil", id("other.field")},
			want: "a/a.go: other.field undefined (type int has no field or method field)",
		},
		{name: "a variable that is not used", change: []string{"\tlib", "\tx := 1\n\tlib"}, want: "a/a.go: declared and not used: x"},
		{name: "an import that is not used", change: imports("os"), want: `a/a.go: "os" imported and not used`},
		{
			name:   "an unknown import that is not used under its name",
			change: []string{"import (", "import (\n\tnamed \"example.com/required\""},
			want:   `a/a.go: "example.com/required" imported and not used`,
		},
		{
			name: "an import whose name is declared", change: append(imports("example.com/required/other"), "nil", id("other.ID()")),
			want: "a/b.go: other already declared through import of package",
		},
		{
			name: "a declaration that others may use", change: []string{"*azidentity.ManagedIdentityCredential, error", "any, error"},
			want: "a/a.go: F would be declared in another way",
		},
		{name: "no syntax", change: []string{"nil", "("}, want: "a/a.go: a/a.go:10:50: expected operand"},
		{
			name: "no such package in the module", change: append(imports("example.com/m/nowhere"), "nil", id("nowhere.ID()")),
			want: `a/a.go: import "example.com/m/nowhere": the module has no such package`,
		},
		{
			name: "no module for a package", change: append(imports("example.com/nowhere"), "nil", id("nowhere.ID()")),
			want: `a/a.go: import "example.com/nowhere": no module that go.mod requires has such a package`,
		},
		{
			name: "what another module of the tree requires", change: append(imports("example.com/elsewhere"), "nil", id("elsewhere.ID()")),
			want: `a/a.go: import "example.com/elsewhere": no module that go.mod requires has such a package`,
		},
		{
			name: "what another module of the tree has", change: append(imports("example.com/other/ids"), "nil", id("ids.ID()")),
			want: `a/a.go: import "example.com/other/ids": no module that go.mod requires has such a package`,
		},
		{
			name: "a program", change: append(imports("example.com/m/cmd"), "nil", id("cmd.ID()")),
			want: `a/a.go: import "example.com/m/cmd": a program cannot be imported`,
		},
		{
			name: "a cycle", change: append(imports("example.com/m/user"), "nil", id("user.ID()")),
			want: "a/a.go: import \"example.com/m/user\": import cycle\na/a.go: undefined: user.ID",
		},
		{
			name: "itself", change: append(imports("example.com/m/a"), "nil", id("a.F()")),
			want: `a/a.go: import "example.com/m/a": import cycle`,
		},
		{
			name: "an internal package", change: append(imports("example.com/m/user/internal/secret"), "nil", id("secret.ID")),
			want: `a/a.go: import "example.com/m/user/internal/secret": an internal package`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			layOut(t, dir, whole)
			if got := breaks(t, dir, filepath.Join("a", "a.go"), test.change); !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// breaks loads a tree, changes a file, and returns what its packages say.
func breaks(t *testing.T, dir, name string, change []string) string {
	t.Helper()
	result, err := source.Load(source.Options{Dir: dir, Tests: true})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string][]byte{name: []byte(strings.NewReplacer(change...).Replace(string(text)))}
	var lines []string
	for _, pkg := range result.Packages {
		for _, e := range pkg.Breaks(texts) {
			lines = append(lines, filepath.ToSlash(e.String()))
		}
	}
	return strings.Join(lines, "\n")
}

// TestBreaksAround has a module in a workspace, and one with a vendor folder.
func TestBreaksAround(t *testing.T) {
	t.Parallel()
	const tree = `
-- go.work --
go 1.25
use (
	./a
	./b
)
-- a/go.mod --
module example.com/a
-- a/a.go --
package a
` + sdk + `
-- b/go.mod --
module example.com/b
require example.com/required v1.0.0
-- b/ids/ids.go --
package ids
const ID = ""
-- v/go.mod --
module example.com/v
require example.com/required v1.0.0
-- v/a.go --
package v
` + sdk + `
-- v/vendor/modules.txt --
# example.com/required v1.0.0
## explicit
example.com/required/here
-- v/vendor/example.com/required/here/here.go --
package here
const ID = ""
`
	for _, test := range []struct{ dir, path, want string }{
		{"a", "example.com/b/ids", ""},
		{"a", "example.com/required/ids", ""},
		{"a", "example.com/nowhere/ids", `a/a.go: import "example.com/nowhere/ids": no module that go.mod requires has such a package`},
		{"v", "example.com/required/here", ""},
		{"v", "example.com/required/gone", `v/a.go: import "example.com/required/gone": the vendor folder has no such package`},
		{"v", "example.com/b/ids", `v/a.go: import "example.com/b/ids": no module that go.mod requires has such a package`},
	} {
		t.Run(test.dir+"/"+test.path, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			layOut(t, dir, tree)
			change := []string{sdk, sdk + "import used \"" + test.path + "\"\nvar _ = used.ID\n"}
			if got := breaks(t, dir, filepath.Join(test.dir, "a.go"), change); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestBreaksTests has tests, which may import more, and files for several systems.
func TestBreaksTests(t *testing.T) {
	t.Parallel()
	const tree = `
-- go.mod --
module example.com/m
-- a/a.go --
package a
` + sdk + `
-- a/a_test.go --
package a
` + sdk + `
-- a/x_test.go --
package a_test
` + sdk + `
-- a/f_linux.go --
package a
func f() {}
-- a/f_windows.go --
package a
func f() {}
var user int
-- user/user.go --
package user
import _ "example.com/m/a"
`
	add := func(more string) []string { return []string{"import _", more + "\nimport _"} }
	for _, test := range []struct {
		name, file string
		change     []string
		want       string
	}{
		{"a test", "a_test.go", add(`import _ "example.com/m/user"`), `a/a_test.go: import "example.com/m/user": import cycle`},
		{"an external test", "x_test.go", add(`import _ "example.com/m/user"`), ""},
		{"another system", "a.go", []string{sdk, sdk + "import \"os\"\nvar _ = os.Getenv\n"}, ""},
		{"a name of another system", "a.go", []string{sdk, sdk + "import user \"os\"\nvar _ = user.Getenv\n"}, "a/f_windows.go: user already declared"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			layOut(t, dir, tree)
			if got := breaks(t, dir, filepath.Join("a", test.file), test.change); !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
