package source_test

import (
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/whichid/whichid/analyzer/source"
)

// sdk makes a file relevant.
const sdk = "import _ \"github.com/Azure/azure-sdk-for-go/sdk/azidentity\" // for whichid\n"

// A loading lays out a tree, loads it, and compares what was loaded: for every package its path and the files asked for, and for
// every package-level variable its type.
type loading struct {
	name    string
	tree    string
	options source.Options // Dir and Root are below the tree
	want    string         // TREE is the name of its folder
}

func TestLoad(t *testing.T) {
	t.Parallel()
	for _, test := range []loading{
		{
			name: "only what can matter",
			tree: `
-- go.mod --
module example.com/m
-- sdk/a.go --
package sdk
` + sdk + `
-- other/a.go --
package other
import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"
var c, err = azidentity.NewClientSecretCredential("", "", "", nil)
-- carrier/a.go --
package carrier
import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"
var o azidentity.ManagedIdentityCredentialOptions
-- directed/a.go --
package directed
import _ "github.com/Azure/azure-sdk-for-go/sdk/azidentity" //whichid:ignore -- nothing
-- http/a.go --
package http
import _ "net/http"
-- marked/a.go --
package marked
import _ "net/http"
-- marked/b.go --
package marked
const path = "/metadata/identity/OAuth2/token"
-- text/a.go --
package text
const path = "/metadata/identity/oauth2/token"
-- tests/a_test.go --
package tests
` + sdk,
			want: `
example.com/m/carrier: carrier/a.go
	o github.com/Azure/azure-sdk-for-go/sdk/azidentity.ManagedIdentityCredentialOptions
example.com/m/directed: directed/a.go
example.com/m/marked: marked/a.go marked/b.go
example.com/m/sdk: sdk/a.go
`,
		},
		{
			name: "types of the module, of a replaced one, of a nested one and of outlines",
			tree: `
-- go.mod --
module example.com/m
require example.com/fork v1.0.0
replace example.com/fork => ./third_party/fork
-- a/a.go --
package a
import (
	"net/http"
	"net/url"
	"example.com/fork/f"
	"example.com/m/internal/b"
	"example.com/nested/n"
	"example.com/unknown/go-u.v2"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)
var (
	c, _ = azidentity.NewManagedIdentityCredential(nil)
	own = b.New()
	deep = b.New().Deep.Kind()
	replaced = f.F
	nested = n.N
	request, err = http.NewRequest("", "", nil)
	values = url.Values{}
	unknown = u.U()
	generic = b.Map[string]{}
)
-- internal/b/b.go --
package b
import "example.com/m/internal/c"
type T struct { Deep c.T }
type Map[K comparable] map[K]int
func New() *T { return undefined }
-- internal/b/b_test.go --
package b
syntax error
-- internal/c/c.go --
package c
type T struct{}
func (T) Kind() (kind string) { return 1 }
-- third_party/fork/go.mod --
module example.com/other
-- third_party/fork/f/f.go --
package f
var F = 1.5
-- nested/go.mod --
module example.com/nested
-- nested/n/n.go --
package n
type t int
var N t
`,
			want: `
example.com/m/a: a/a.go
	c *github.com/Azure/azure-sdk-for-go/sdk/azidentity.ManagedIdentityCredential
	deep string
	err error
	generic example.com/m/internal/b.Map[string]
	nested example.com/nested/n.t
	own *example.com/m/internal/b.T
	replaced float64
	request *net/http.Request
	unknown invalid type
	values net/url.Values
`,
		},
		{
			name: "tests, inside and outside of the package",
			tree: `
-- go.mod --
module example.com/m
-- a/a.go --
package a
import _ "github.com/Azure/azure-sdk-for-go/sdk/azidentity" // for whichid
type t int
-- a/export_test.go --
package a
type T = t
var inside t
-- a/a_test.go --
package a_test
import "example.com/m/a"
var outside a.T
-- b/b.go --
package b
-- b/b_test.go --
package b
import _ "github.com/Azure/azure-sdk-for-go/sdk/azidentity" // for whichid
`,
			options: source.Options{Tests: true},
			want: `
example.com/m/a: a/a.go
example.com/m/a: a/export_test.go
	inside example.com/m/a.t
example.com/m/a_test: a/a_test.go
	outside example.com/m/a.T
example.com/m/b: b/b.go
example.com/m/b: b/b_test.go
`,
		},
		{
			name: "files that exclude each other",
			tree: `
-- go.mod --
module example.com/m
-- a.go --
package m
import _ "github.com/Azure/azure-sdk-for-go/sdk/azidentity" // for whichid
var shared = f()
-- f_darwin.go --
package m
func f() int { return 0 }
var darwin = f()
-- f_linux.go --
package m
func f() string { return "" }
var linux = f()
-- gen.go --
//go:build ignore

package main
func main() {}
var f = true
`,
			want: `
example.com/m: a.go f_linux.go
	linux string
	shared string
example.com/m: f_darwin.go
	darwin int
	shared int
example.com/m: gen.go
	f bool
`,
		},
		{
			name: "a file alone, with its package's declarations",
			tree: `
-- a.go --
package a
import _ "github.com/Azure/azure-sdk-for-go/sdk/azidentity" // for whichid
var a = b
-- b.go --
package a
var b = 1
-- a_test.go --
package a
`,
			options: source.Options{Patterns: []string{"a.go", "a_test.go"}},
			want: `
TREE: a.go
	a int
	b int
`,
		},
		{
			name: "whatever is named of a package that is not analyzed, with what belongs to it",
			tree: `
-- go.mod --
module example.com/m
-- a/a.go --
package a
` + sdk + `
import (
	"example.com/m/b"
	. "example.com/m/dots"
	other "example.com/m/go-named"
)
var (
	alias = b.New().Name()
	constant = b.Second
	dots = Dots().Deep.Kind
	embedded = b.New().Promoted()
	field = b.Table["x"].Kind
	generic = b.Map[b.Key](nil)
	named = other.N
	none = b.Unexported
	twice = b.Twice
)
-- b/b.go --
package b
import . "example.com/m/c"
import "example.com/m/unused"
type T struct { base; unused.T }
type Second_ = T
func (Second_) Name() Text { return undefined }
func New() *T { return nil }
const (
	first = iota + 1.5
	Second
)
type Key interface { ~string }
func Map[K Key](m map[K]Kinds) K { panic(0) }
var Table = map[string]Kinds{"x": {}}
var Twice int
func broken( {
-- b/other.go --
package b
type Text string
func (t Text) Text() string { return 1 }
type base struct{}
func (*base) Promoted() error { return nil }
var Twice string
-- c/c.go --
package c
type Kinds struct { Kind kind }
type kind int
-- dots/d.go --
package dots
import "example.com/m/c"
type D struct { Deep c.Kinds }
func Dots() (d D) { return }
-- go-named/n.go --
package named
var N = other
const other = len("four")
-- unused/u.go --
package unused
type T [Size]int
const Size = 4
`,
			want: `
example.com/m/a: a/a.go
	alias example.com/m/b.Text
	constant float64
	dots example.com/m/c.kind
	embedded error
	field example.com/m/c.kind
	generic example.com/m/b.Key
	named int
	none invalid type
	twice int
`,
		},
		{
			name: "packages of which more is named later on",
			tree: `
-- go.mod --
module example.com/m
-- a/a.go --
package a
import "example.com/m/both"
` + sdk + `
var x = both.A
-- b/b.go --
package b
import (
	_ "example.com/m/a"
	"example.com/m/both"
)
var same = []any{both.A, both.B.C.D}
var y, z = both.A, both.B.C.D
-- both/both.go --
package both
import "example.com/m/deep"
type T int
var A T
var B struct { C deep.D }
-- deep/deep.go --
package deep
type D struct { D T }
type T int
`,
			options: source.Options{Visit: func(*source.Package) func() bool { return func() bool { return true } }},
			want: `
example.com/m/a: a/a.go
	x example.com/m/both.T
example.com/m/b: b/b.go
	same []any
	y example.com/m/both.T
	z example.com/m/deep.T
`,
		},
		{
			name: "a root of import paths",
			tree: `
-- src/go.mod --
module example.com/unused
-- src/a/a.go --
package a
import (
	"b/c"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)
var x, y = c.X, azidentity.ClientID
-- src/b/c/c.go --
package c
var X = 1
-- src/github.com/Azure/azure-sdk-for-go/sdk/azidentity/stub.go --
package azidentity
var ClientID = 1
`,
			options: source.Options{Patterns: []string{"./a"}, Dir: "src", Root: "src"},
			want: `
a: a/a.go
	x int
	y int
`,
		},
		{
			name: "packages that import each other, cgo and unsafe",
			tree: `
-- go.mod --
module example.com/m
-- a/a.go --
package a
// int f(void);
import "C"
import "unsafe"
import "example.com/m/b"
import _ "github.com/Azure/azure-sdk-for-go/sdk/azidentity" // for whichid
type T int
var c, p, x = C.f(), unsafe.Pointer(nil), b.X
-- b/b.go --
package b
import "example.com/m/a"
import _ "github.com/Azure/azure-sdk-for-go/sdk/azidentity" // for whichid
var X = []a.T{}
var Y = 1
`,
			want: `
example.com/m/a: a/a.go
	c invalid type
	p unsafe.Pointer
	x []invalid type
example.com/m/b: b/b.go
	X []invalid type
	Y int
`,
		},
		{
			name: "what cannot be read or parsed",
			tree: `
-- a/a.go --
package a
import _ "github.com/Azure/azure-sdk-for-go/sdk/azidentity" // for whichid
var x = 1
func f( {
-- a/b.go --
package a
import _ "github.com/Azure/azure-sdk-for-go/sdk/azidentity" // for whichid
var y = 1
-- b/header.go --
pakcage b
-- c/body.go --
package c
func f( {
`,
			want: `
a: a/a.go a/b.go
	x int
	y int
error: a/a.go:4:9: syntax error: expected ')', found '{'
error: b/header.go:1:1: syntax error: expected 'package', found pakcage
`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t)
		})
	}
}

func (l loading) run(t *testing.T) {
	t.Helper()
	tree := t.TempDir()
	layOut(t, tree, l.tree)
	l.options.Dir = filepath.Join(tree, l.options.Dir)
	if l.options.Root != "" {
		l.options.Root = filepath.Join(tree, l.options.Root)
	}
	var got string
	for range 2 { // the workers' order must not show
		result, err := source.Load(l.options)
		if err != nil {
			t.Fatal(err)
		}
		again := render(result)
		if got != "" && got != again {
			t.Errorf("the second time\n%s", again)
		}
		got = again
	}
	if want := strings.ReplaceAll(strings.TrimPrefix(l.want, "\n"), "TREE", filepath.Base(tree)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func layOut(t *testing.T, dir, tree string) {
	t.Helper()
	for _, file := range txtar.Parse([]byte(tree)).Files {
		name := filepath.Join(dir, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, file.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func render(result *source.Result) string {
	var b strings.Builder
	for _, pkg := range result.Packages {
		fmt.Fprintf(&b, "%s:", pkg.Types.Path())
		for _, file := range pkg.Files {
			if name := pkg.Fset.File(file.FileStart).Name(); pkg.Asked(name) {
				fmt.Fprintf(&b, " %s", filepath.ToSlash(name))
			}
		}
		b.WriteByte('\n')
		var variables []string
		for ident, object := range pkg.Info.Defs {
			if v, ok := object.(*types.Var); ok && v.Parent() == pkg.Types.Scope() && ident.Name != "_" {
				variables = append(variables, fmt.Sprintf("\t%s %s\n", v.Name(), v.Type()))
			}
		}
		slices.Sort(variables)
		b.WriteString(strings.Join(variables, ""))
	}
	for _, err := range result.Errors {
		fmt.Fprintf(&b, "error: %s\n", filepath.ToSlash(err.String()))
	}
	return b.String()
}

func TestLoadRefusesPatterns(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	layOut(t, dir, "-- go.mod --\n-- a/a.go --\npackage a\n")
	for pattern, why := range map[string]string{
		"":           "not a pattern",
		"a/.../b":    "not a pattern",
		"b":          "no such file or folder",
		"b/...":      "no such file or folder",
		"b.go":       "no such file or folder",
		"a/a.go/...": "not a folder",
	} {
		_, err := source.Load(source.Options{Dir: dir, Patterns: []string{"./...", pattern}})
		if want := fmt.Sprintf("packages: %q: %s: use a folder", pattern, why); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestReadFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	text := "package a\n" + sdk
	layOut(t, dir, "-- a/a.go --\n"+text)
	result, err := source.Load(source.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join("a", "a.go")
	if got, err := result.Packages[0].ReadFile(name); err != nil || string(got) != text {
		t.Errorf("got %q, %v", got, err)
	}
	if got, err := result.Packages[0].ReadFile("b.go"); err == nil {
		t.Errorf("got %q, want an error", got)
	}
}
