package source_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/source"
)

// TestImports compares which packages a package is said to import: each is named by its files.
func TestImports(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name     string
		tree     string
		patterns []string
		want     []string
	}{
		{
			name: "of modules with one path, those of the own one",
			tree: `
-- one/go.mod --
module example.com/m
-- one/a.go --
package a
import _ "example.com/m/w"
` + sdk + `
-- one/w/one.go --
package w
` + sdk + `
-- two/go.mod --
module example.com/m
-- two/a.go --
package a
import _ "example.com/m/w"
` + sdk + `
-- two/w/two.go --
package w
` + sdk,
			want: []string{"one/w/one.go imports", "one/a.go imports one/w/one.go", "two/w/two.go imports", "two/a.go imports two/w/two.go"},
		},
		{
			name: "not a folder outside of modules that has the name of a package",
			tree: `
-- a/a.go --
package a
import _ "log"
` + sdk + `
-- log/l.go --
package log
` + sdk,
			want: []string{"a/a.go imports", "log/l.go imports"},
		},
		{
			name: "tests, of the package with tests; others, of the one without",
			tree: `
-- go.mod --
module example.com/m
-- a/a.go --
package a
import _ "example.com/m/w"
` + sdk + `
-- w/w.go --
package w
` + sdk + `
-- w/w_test.go --
package w
-- w/x_test.go --
package w_test
import _ "example.com/m/w"
import _ "example.com/m/a"
`,
			want: []string{
				"w/w.go imports", "a/a.go imports w/w.go",
				"w/w.go w/w_test.go imports", "w/x_test.go imports w/w.go w/w_test.go and a/a.go",
			},
		},
		{
			name: "tests, of packages that nobody asked for",
			tree: `
-- go.mod --
module example.com/m
-- a/a.go --
package a
-- a/a_test.go --
package a
import _ "example.com/m/w"
` + sdk + `
-- w/w.go --
package w
` + sdk,
			patterns: []string{"./a"},
			want:     []string{"a/a.go imports", "w/w.go imports", "a/a.go a/a_test.go imports w/w.go"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			layOut(t, dir, test.tree)
			var got []string
			_, err := source.Load(source.Options{Dir: dir, Patterns: test.patterns, Tests: true, Visit: func(pkg *source.Package) func() bool {
				var imports []string
				for _, imported := range pkg.Imports {
					imports = append(imports, fileNames(imported))
				}
				got = append(got, strings.TrimSpace(fileNames(pkg)+" imports "+strings.Join(imports, " and ")))
				return func() bool { return false }
			}})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func fileNames(pkg *source.Package) string {
	var names []string
	for _, file := range pkg.Files {
		names = append(names, filepath.ToSlash(pkg.Fset.File(file.FileStart).Name()))
	}
	return strings.Join(names, " ")
}
