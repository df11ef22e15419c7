package golist_test

import (
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/whichid/whichid/analyzer/source/golist"
)

// cache is a module cache: what the go command has downloaded.
const cache = `
-- cache/example.com/a@v1.0.0/a.go --
package a
-- cache/example.com/a@v1.0.0/a_test.go --
package a
-- cache/example.com/a@v1.0.0/b/only_test.go --
package b
-- cache/example.com/a@v1.0.0/internal/c/c.go --
package c
-- cache/example.com/a/nested@v0.1.0/n.go --
package nested
-- cache/example.com/fork@v1.1.0/f.go --
package f
-- cache/github.com/!big/!name@v1.0.0-!r!c1/x.go --
package x
`

// TestLocate compares the folders and files of packages, below the folder that the archive is laid out in.
func TestLocate(t *testing.T) {
	const requires = `
require (
	example.com/a v1.0.0
	example.com/a/nested v0.1.0
	example.com/old v0.0.1
	github.com/Big/Name v1.0.0-RC1
)
`
	for _, test := range []struct {
		name, tree, flags, want string
	}{
		{
			name: "the module cache",
			tree: "-- m/go.mod --\nmodule example.com/m\n\ngo 1.25\n" + requires,
			want: `
example.com/a: cache/example.com/a@v1.0.0 a.go
example.com/a/b: missing
example.com/a/internal/c: cache/example.com/a@v1.0.0/internal/c c.go
example.com/a/nested: cache/example.com/a/nested@v0.1.0 n.go
example.com/old: missing
github.com/Big/Name: cache/github.com/!big/!name@v1.0.0-!r!c1 x.go
`,
		},
		{
			name: "replace directives",
			tree: "-- m/go.mod --\nmodule example.com/m\n\ngo 1.25\n" + requires + `
replace (
	example.com/a v0.9.0 => ../elsewhere
	example.com/a/nested => ../nested
	example.com/old v0.0.1 => example.com/fork v1.1.0
)
-- nested/go.mod --
module example.com/other
-- nested/replaced.go --
package nested
-- elsewhere/a.go --
package a
`,
			want: `
example.com/a: cache/example.com/a@v1.0.0 a.go
example.com/a/b: missing
example.com/a/internal/c: cache/example.com/a@v1.0.0/internal/c c.go
example.com/a/nested: nested replaced.go
example.com/old: cache/example.com/fork@v1.1.0 f.go
github.com/Big/Name: cache/github.com/!big/!name@v1.0.0-!r!c1 x.go
`,
		},
		{
			name:  "a vendor folder",
			flags: "-mod=vendor",
			tree: "-- m/go.mod --\nmodule example.com/m\n\ngo 1.25\n" + requires + `
-- m/vendor/example.com/old/old.go --
package old
`,
			want: `
example.com/a: missing
example.com/a/b: missing
example.com/a/internal/c: missing
example.com/a/nested: missing
example.com/old: m/vendor/example.com/old old.go
github.com/Big/Name: missing
`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir, err := filepath.EvalSymlinks(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range txtar.Parse([]byte(test.tree + cache)).Files {
				write(t, filepath.Join(dir, filepath.FromSlash(file.Name)), file.Data)
			}
			t.Setenv("GOMODCACHE", filepath.Join(dir, "cache"))
			t.Setenv("GOFLAGS", test.flags)
			t.Setenv("GOPROXY", "off")
			t.Setenv("GOWORK", "off")
			build := golist.NewBuild(token.NewFileSet(), nil, filepath.Join(dir, "m"))
			var got []string
			for _, p := range build.Locate([]string{
				"C", "example.com/a", "example.com/a/b", "example.com/a/internal/c", "example.com/a/nested", "example.com/old",
				"github.com/Big/Name", "./relative", "example.com/a/...",
			}) {
				got = append(got, describe(dir, p))
			}
			if want := strings.TrimSpace(test.want); strings.Join(got, "\n") != want {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
			}
		})
	}
}

func describe(dir string, p *golist.Package) string {
	if p.Dir == "" {
		return p.Path + ": missing"
	}
	rel, _ := filepath.Rel(dir, p.Dir)
	return p.Path + ": " + filepath.ToSlash(rel) + " " + strings.Join(p.Files, " ")
}

func write(t *testing.T, name string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestImport reads the export data of the standard library, whose packages share their types.
func TestImport(t *testing.T) {
	t.Parallel()
	build := golist.NewBuild(token.NewFileSet(), nil, t.TempDir())
	if _, err := build.Import("net/http"); err == nil || !strings.Contains(err.Error(), "not asked") {
		t.Errorf("got %v before it was asked for", err)
	}
	build.Export([]string{"net/http", "net/url", "nowhere"})
	http, err := build.Import("net/http")
	if err != nil {
		t.Fatal(err)
	}
	url, err := build.Import("net/url")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(http.Imports(), url) {
		t.Errorf("net/http has another net/url: %v", http.Imports())
	}
	if _, err := build.Import("nowhere"); err == nil || !strings.Contains(err.Error(), "nowhere is not in std") {
		t.Errorf("got %v", err)
	}
	for path, want := range map[string]bool{"net/http": true, "nowhere": false, "example.com/a": false} {
		if got := build.IsStandard(path); got != want {
			t.Errorf("%s is standard: %t", path, got)
		}
	}
}
