package source_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/source"
)

// TestModules looks where imports lead: into modules, workspaces and vendor folders.
func TestModules(t *testing.T) {
	t.Parallel()
	for _, test := range []loading{
		{
			name: "a folder of a nested module is none of the module around it",
			tree: `
-- go.mod --
module example.com/m
require example.com/m/replaced v1.0.0
replace example.com/m/replaced => ./elsewhere
-- a/a.go --
package a
import (
	"example.com/m/hidden"
	"example.com/m/nested"
	"example.com/m/replaced"
)
` + sdk + `
var h, n, r = hidden.X, nested.X, replaced.X
-- hidden/go.mod --
-- hidden/h.go --
package hidden
var X = 1
-- nested/go.mod --
module example.com/m/nested
-- nested/n.go --
package nested
var X = 2.5
-- replaced/go.mod --
module example.com/m/replaced
-- replaced/r.go --
package replaced
var X = 3
-- elsewhere/go.mod --
module example.com/m/replaced
-- elsewhere/r.go --
package replaced
var X = "4"
`,
			want: `
example.com/m/a: a/a.go
	h invalid type
	n float64
	r string
`,
		},
		{
			name: "what a replace directive puts in place stands for that path, whatever its go.mod says",
			tree: `
-- go.mod --
module example.com/m
require github.com/Azure/azure-sdk-for-go/sdk/azidentity v1.9.0
require example.com/bare v1.0.0
replace github.com/Azure/azure-sdk-for-go/sdk/azidentity => ./fork
replace example.com/bare => ./bare
-- a/a.go --
package a
import (
	"example.com/bare/b"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)
var id azidentity.ClientID
var b_ b.T
-- fork/go.mod --
module github.com/me/azidentity
-- fork/f.go --
package azidentity
import _ "net/http"
import "github.com/Azure/azure-sdk-for-go/sdk/azidentity/internal"
type ClientID string
var inside, marker = internal.X, "/metadata/identity/oauth2/token"
-- fork/internal/i.go --
package internal
var X = 1
-- bare/go.mod --
-- bare/b/b.go --
package b
type T int
`,
			want: `
example.com/m/a: a/a.go
	b_ example.com/bare/b.T
	id github.com/Azure/azure-sdk-for-go/sdk/azidentity.ClientID
github.com/Azure/azure-sdk-for-go/sdk/azidentity: fork/f.go
	inside int
	marker string
`,
		},
		{
			name: "a directive for a version counts if that is required, and before one for all",
			tree: `
-- go.mod --
module example.com/m
require (
	example.com/x v1.0.0
	example.com/y v1.0.0
)
replace example.com/x => ./one
replace example.com/x v1.0.0 => ./two
replace example.com/y v1.1.0 => ./two
-- a.go --
package a
import (
	"example.com/x"
	"example.com/y"
)
` + sdk + `
var x, y = p.X, q.X
-- one/go.mod --
-- one/p.go --
package p
var X = 1
-- two/go.mod --
-- two/p.go --
package p
var X = "2"
`,
			want: `
example.com/m: a.go
	x string
	y invalid type
`,
		},
		{
			name: "a go.mod without a module line, and none at all",
			tree: `
-- no/go.mod --
// empty
-- no/line/a.go --
package line
import "no/other"
` + sdk + `
var x = other.X
-- no/other/o.go --
package other
var X = 1
-- none/a.go --
package none
import "none/other"
` + sdk + `
var x = other.X
-- none/other/o.go --
package other
var X = 1
`,
			want: `
line: no/line/a.go
	x invalid type
none: none/a.go
	x invalid type
`,
		},
		{
			name: "a go.mod with wrong lines, of which the others count",
			tree: `
-- go.mod --
module example.com/m
<<<<<<< HEAD
require (
	example.com/x
)
replace example.com/x =>
replace example.com/x => ./x
-- a/a.go --
package a
import "example.com/x"
import "example.com/m/b"
` + sdk + `
var inside, outside = b.X, x.X
-- b/b.go --
package b
var X = 1
-- x/go.mod --
module example.com/x
-- x/x.go --
package x
var X = 2
-- end/go.mod --
module example.com/end
require (
-- end/a/a.go --
package a
import "example.com/end/b"
` + sdk + `
var inside = b.X
-- end/b/b.go --
package b
var X = 1
-- newer/go.mod --
module example.com/newer
go 1.999.1
unheard of
-- newer/n.go --
package newer
` + sdk + `
-- irrelevant/go.mod --
nonsense
-- irrelevant/i.go --
package irrelevant
`,
			want: `
example.com/m/a: a/a.go
	inside int
	outside int
example.com/end/a: end/a/a.go
	inside int
example.com/newer: newer/n.go
error: end/go.mod:3:1: syntax error (unterminated block started at go.mod:2:1)
error: go.mod:2:1: unknown directive: <<<<<<<
`,
		},
		{
			name: "folders that a go.mod has the go command ignore",
			tree: `
-- go.mod --
module example.com/m
go 1.25
ignore (
	./top
	deep/down
)
-- top/a.go --
package top
` + sdk + `
-- other/top/a.go --
package top
` + sdk + `
-- other/deep/down/below/a.go --
package below
` + sdk + `
-- other/deep/a.go --
package deep
` + sdk + `
-- other/go.mod --
module example.com/m/other
ignore ./top
`,
			want: `
example.com/m/other/deep: other/deep/a.go
example.com/m/other/deep/down/below: other/deep/down/below/a.go
`,
		},
		{
			name: "a workspace leads to its modules, and its replace directives win",
			tree: `
-- work/go.work --
go 1.25
use (
	./app
	../lib
	./missing
)
replace example.com/x => ./x2
-- work/app/go.mod --
module example.com/app
require example.com/x v1.0.0
replace example.com/x => ../x1
-- work/app/a.go --
package app
import (
	"example.com/lib/l"
	"example.com/x"
	"example.com/y"
	"example.com/unused"
)
` + sdk + `
var lib, rx, ry, no = l.X, x.X, y.X, unused.X
-- work/x1/go.mod --
module example.com/x
-- work/x1/x.go --
package x
var X = 1
-- work/x2/go.mod --
module example.com/x
-- work/x2/x.go --
package x
var X = "2"
-- lib/go.mod --
module example.com/lib
replace example.com/y => ../y
-- lib/l/l.go --
package l
import "example.com/x"
var X = []any{x.X}
-- y/go.mod --
module example.com/y
-- y/y.go --
package y
var X = 2.5
-- unused/go.mod --
module example.com/unused
-- unused/u.go --
package unused
var X = 1
`,
			options: source.Options{Dir: "work/app"},
			want: `
example.com/app: a.go
	lib []any
	no invalid type
	rx string
	ry float64
`,
		},
		{
			name: "without the workspace",
			tree: `
-- go.work --
use (
	./lib
	./app
)
-- app/go.mod --
module example.com/app
-- app/a.go --
package app
import "example.com/lib"
` + sdk + `
var x = lib.X
-- lib/go.mod --
module example.com/lib
-- lib/l.go --
package lib
var X = 1
`,
			options: source.Options{Dir: "app", Work: "off"},
			want: `
example.com/app: a.go
	x invalid type
`,
		},
		{
			name: "a go.work with wrong lines, of which the others count",
			tree: `
-- go.work --
go 1.25
use (
	./lib
	./app
	too many
)
-- app/go.mod --
module example.com/app
-- app/a.go --
package app
import "example.com/lib"
` + sdk + `
var x = lib.X
-- lib/go.mod --
module example.com/lib
-- lib/l.go --
package lib
var X = 1
`,
			options: source.Options{Dir: "app"},
			want: `
example.com/app: a.go
	x int
error: ../go.work:5:2: usage: use local/dir
`,
		},
		{
			name: "a vendored package that the table names, and others, which stay unknown",
			tree: `
-- go.mod --
module example.com/m
-- a/a.go --
package a
import (
	"example.com/inhouse"
	"example.com/other"
	"example.com/gone"
)
var i, o, g = inhouse.New(), other.New(), gone.New() // i.Token
-- vendor/modules.txt --
# example.com/inhouse v1.0.0
## explicit
example.com/inhouse
# example.com/other v1.0.0
example.com/other
-- vendor/example.com/inhouse/i.go --
package inhouse
import "example.com/other"
func New() struct { T; Other other.T } { panic(0) }
type T int
-- vendor/example.com/other/o.go --
package other
type T int
func New() T { return 0 }
-- vendor/example.com/gone/g.go --
package gone
func New() int { return 0 }
`,
			options: source.Options{Table: inhouse(t)},
			want: `
example.com/m/a: a/a.go
	g invalid type
	i struct{example.com/inhouse.T; Other invalid type}
	o invalid type
`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t)
		})
	}
}

// inhouse is the table with a library of our own.
func inhouse(t *testing.T) *identity.Table {
	t.Helper()
	table, err := identity.NewTable("credential example.com/inhouse.T.Token(1) id=0")
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestLoadRefusesGOWORK(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for gowork, why := range map[string]string{
		"go.work":                       "not an absolute path",
		filepath.Join(dir, "none.work"): "no such file",
		dir:                             "no such file",
	} {
		_, err := source.Load(source.Options{Dir: dir, Work: gowork})
		if want := fmt.Sprintf("GOWORK: %q: %s: use off, or ", gowork, why); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
