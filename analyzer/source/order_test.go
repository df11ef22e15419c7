package source_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/source"
)

// TestVisit lays out a tree, and compares the packages that are visited, in their order. The packages that pass an ID on are
// those whose path ends in "wrap".
func TestVisit(t *testing.T) {
	t.Parallel()
	const module = "-- go.mod --\nmodule example.com/m\n"
	for _, test := range []struct {
		name     string
		tree     string
		patterns []string
		want     string // paths below example.com/m, and the files that are asked for
	}{
		{
			name: "imported packages first, whatever their names are",
			tree: module + `
-- a/a.go --
package a
import _ "example.com/m/z"
` + sdk + `
-- z/z.go --
package z
` + sdk,
			want: "z: z/z.go, a: a/a.go",
		},
		{
			name: "packages that import one that passes an ID on, at any distance if they do as well",
			tree: module + `
-- a/a.go --
package a
import _ "example.com/m/b/wrap"
-- b/wrap/b.go --
package wrap
import _ "example.com/m/c/wrap"
-- c/wrap/c.go --
package wrap
` + sdk + `
-- d/d.go --
package d
import _ "example.com/m/a"
`,
			want: "c/wrap: c/wrap/c.go, b/wrap: b/wrap/b.go, a: a/a.go",
		},
		{
			name: "what only imports a relevant package",
			tree: module + `
-- a/a.go --
package a
import _ "example.com/m/b"
-- b/b.go --
package b
` + sdk,
			want: "b: b/b.go",
		},
		{
			name: "what nobody asked for is read where it is imported",
			tree: module + `
-- a/a.go --
package a
import _ "example.com/m/b/wrap"
-- b/wrap/b.go --
package wrap
` + sdk + `func broken( {
-- c/c.go --
package c
` + sdk,
			patterns: []string{"./a"},
			want:     "b/wrap:, a: a/a.go",
		},
		{
			name: "import cycles",
			tree: module + `
-- a/a.go --
package a
import _ "example.com/m/b/wrap"
` + sdk + `
-- b/wrap/b.go --
package wrap
import _ "example.com/m/a"
import _ "example.com/m/b/wrap"
` + sdk,
			want: "b/wrap: b/wrap/b.go, a: a/a.go",
		},
		{
			name: "vendored packages that use a library of the table, if the module imports them",
			tree: module + `
-- a/a.go --
package a
import _ "example.com/v/wrap"
import _ "example.com/v/plain"
-- b/b.go --
package b
import _ "github.com/Azure/azure-sdk-for-go/sdk/azidentity" // for whichid
-- vendor/modules.txt --
# example.com/v v1.0.0
## explicit
example.com/v/wrap
example.com/v/plain
example.com/v/deep/wrap
# github.com/Azure/azure-sdk-for-go/sdk/azidentity v1.9.0
## explicit
github.com/Azure/azure-sdk-for-go/sdk/azidentity
-- vendor/example.com/v/wrap/w.go --
package wrap
import _ "example.com/v/deep/wrap"
` + sdk + `
-- vendor/example.com/v/plain/p.go --
package plain
import _ "net/http"
-- vendor/example.com/v/deep/wrap/w.go --
package wrap
` + sdk + `
-- vendor/github.com/Azure/azure-sdk-for-go/sdk/azidentity/a.go --
package azidentity
import _ "net/http"
const path = "/metadata/identity/oauth2/token"
`,
			want: "example.com/v/wrap:, a: a/a.go, b: b/b.go",
		},
		{
			name: "vendored packages where no library of the table is vendored",
			tree: module + `
-- a/a.go --
package a
import _ "example.com/v/wrap"
` + sdk + `
-- vendor/modules.txt --
# example.com/v v1.0.0
example.com/v/wrap
-- vendor/example.com/v/wrap/w.go --
package wrap
` + sdk,
			want: "a: a/a.go",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			layOut(t, dir, test.tree)
			var got []string
			result, err := source.Load(source.Options{Dir: dir, Patterns: test.patterns, Visit: func(pkg *source.Package) func() bool {
				if !pkg.Imported {
					t.Errorf("%s is not what an import means", pkg.Types.Path())
				}
				words := []string{strings.TrimPrefix(pkg.Types.Path(), "example.com/m/") + ":"}
				for _, file := range pkg.Files {
					if name := pkg.Fset.File(file.FileStart).Name(); pkg.Asked(name) {
						words = append(words, filepath.ToSlash(name))
					}
				}
				got = append(got, strings.Join(words, " "))
				return func() bool { return strings.HasSuffix(pkg.Types.Path(), "wrap") }
			}})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, strings.Split(test.want, ", ")) || len(result.Packages) != len(got) || len(result.Errors) > 0 {
				t.Errorf("got %q, want %s; errors %v", got, test.want, result.Errors)
			}
		})
	}
}
