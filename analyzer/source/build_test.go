package source_test

import (
	"go/build"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/source"
)

// platforms is a module with files for several of them.
const platforms = `
-- go.mod --
module example.com/m
-- a/a.go --
package a
import "example.com/m/b"
import _ "github.com/Azure/azure-sdk-for-go/sdk/azidentity" // for whichid
var x = b.X
-- a/a_windows.go --
package a
var windows = 1
-- a/a_windows_test.go --
package a
var windowsTest = 1
-- a/cgo.go --
package a
import "C"
var cgo = 1
-- a/pure.go --
//go:build !cgo

package a
var pure = 1
-- a/special.go --
//go:build special && go1.25

package a
var special = 1
-- a/tool.go --
//go:build ignore

package main
import _ "example.com/m/only"
var tool = 1
-- b/b_darwin.go --
package b
var X = 1
-- b/b_linux.go --
package b
var X = "2"
-- windows/w_windows.go --
package windows
` + sdk

// TestBuild chooses files as go build does.
func TestBuild(t *testing.T) {
	t.Parallel()
	context := build.Context{GOOS: "linux", GOARCH: "amd64", Compiler: "gc", CgoEnabled: true, ReleaseTags: build.Default.ReleaseTags}
	special := context
	special.BuildTags = []string{"special"}
	windows := context
	windows.GOOS, windows.CgoEnabled = "windows", false
	for _, test := range []loading{
		{
			name:    "tags",
			options: source.Options{Build: &special},
			want: `
example.com/m/a: a/a.go a/cgo.go a/special.go
	cgo int
	special int
	x string
`,
		},
		{
			name:    "another platform, without cgo, with tests",
			options: source.Options{Build: &windows, Tests: true},
			want: `
example.com/m/a: a/a.go a/a_windows.go a/pure.go
	pure int
	windows int
	x invalid type
example.com/m/a: a/a_windows_test.go
	pure int
	windows int
	windowsTest int
	x invalid type
example.com/m/windows: windows/w_windows.go
`,
		},
		{
			name:    "a file that is named, whatever its constraint",
			options: source.Options{Build: &context, Patterns: []string{"a/tool.go", "a/a.go"}},
			want: `
example.com/m/a: a/a.go
	cgo int
	x string
example.com/m/a: a/tool.go
	tool int
`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.tree = platforms
			test.run(t)
		})
	}
}

func TestBuildContext(t *testing.T) {
	t.Parallel()
	if got, err := source.BuildContext("a,b_1,,c.2"); err != nil || strings.Join(got.BuildTags, " ") != "a b_1 c.2" {
		t.Errorf("got %v, %v", got, err)
	}
	for _, tags := range []string{"!a", "a b", "a;b", "a,-b"} {
		if got, err := source.BuildContext(tags); err == nil || !strings.Contains(err.Error(), ": not a build tag: use letters") {
			t.Errorf("%q: got %v, %v", tags, got, err)
		}
	}
}
