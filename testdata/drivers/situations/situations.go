// Package situations makes modules of the situations that the analyzer is tested with, for tools that need the go command: there the
// libraries are modules that a proxy serves.
package situations

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/goproxytest"
	"golang.org/x/mod/module"
)

// Modules are two modules: example.com, and legacy in it, which needs another version of a library.
type Modules struct {
	Dirs []string // their folders
	Env  []string // the environment that finds the libraries
	Rows []string // for a library of one's own

	server *goproxytest.Server
}

// Close ends the proxy.
func (m *Modules) Close() { m.server.Close() }

// A tree is a folder of testdata, where it goes to, and the version of the libraries in it.
type tree struct{ from, to, version, gomod string }

func trees() []tree {
	return []tree{
		{"src", "", "v1.0.0", "module example.com\n\ngo 1.25\n"},
		{
			"legacy/src", "legacy", "v0.11.0",
			"module example.com/legacy\n\ngo 1.25\n\nrequire github.com/Azure/azure-sdk-for-go v0.11.0\n",
		},
	}
}

// modulesIn tells which folders in one of a tree are the modules of libraries; none if it holds situations.
func modulesIn(name string) (pattern string) {
	switch name {
	case "github.com":
		return name + "/*/*"
	case "go.mongodb.org", "gorm.io":
		return name + "/*"
	case "resty.dev":
		return name
	}
	return ""
}

// LayOut writes the modules into an empty folder, and serves the libraries.
func LayOut(ctx context.Context, testdata, dir string) (*Modules, error) {
	rows, err := os.ReadFile(filepath.Join(testdata, "src", "inhouse", "rows.txt"))
	if err != nil {
		return nil, err
	}
	out := &Modules{Rows: strings.Split(inModule(strings.TrimSpace(string(rows))), "\n")}
	proxy, top := filepath.Join(dir, "proxy"), filepath.Join(dir, "example.com")
	for _, tree := range trees() {
		to := filepath.Join(top, tree.to)
		out.Dirs = append(out.Dirs, to)
		if err = layOut(filepath.Join(testdata, filepath.FromSlash(tree.from)), to, proxy, tree.version); err != nil {
			return nil, err
		}
		if err = writeFile(filepath.Join(to, "go.mod"), tree.gomod); err != nil {
			return nil, err
		}
	}
	if out.server, err = goproxytest.NewServer(proxy, ""); err != nil {
		return nil, err
	}
	out.Env = append(os.Environ(), "GOPROXY="+out.server.URL, "GOSUMDB=off", "GOFLAGS=-modcacherw", "GOWORK=off", "GOTOOLCHAIN=local",
		"GOMODCACHE="+filepath.Join(dir, "cache"))
	for _, dir := range out.Dirs {
		tidy := exec.CommandContext(ctx, "go", "mod", "tidy")
		tidy.Dir, tidy.Env = dir, out.Env
		if text, err := tidy.CombinedOutput(); err != nil {
			return nil, errors.Join(errors.New(string(text)), err)
		}
	}
	return out, nil
}

func layOut(from, to, proxy, version string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		switch modules := modulesIn(name); {
		case modules != "":
			err = serve(from, modules, proxy, version)
		case name == "example.com":
			err = copyTree(filepath.Join(from, name), to)
		default:
			err = copyTree(filepath.Join(from, name), filepath.Join(to, name))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// serve makes modules of folders, for a proxy.
func serve(root, pattern, proxy, version string) error {
	dirs, err := fs.Glob(os.DirFS(root), pattern)
	if err != nil {
		return err
	}
	for _, dir := range dirs {
		escaped, err := module.EscapePath(dir)
		if err != nil {
			return err
		}
		to := filepath.Join(proxy, strings.ReplaceAll(escaped, "/", "_")+"_"+version)
		if err = copyTree(filepath.Join(root, filepath.FromSlash(dir)), to); err != nil {
			return err
		}
		if err = writeFile(filepath.Join(to, "go.mod"), "module "+dir+"\n\ngo 1.25\n"); err != nil {
			return err
		}
	}
	return nil
}

// inModule gives packages that situations import from each other paths that a module can have.
func inModule(text string) string {
	for _, begin := range []string{`"wrapped/`, `"inhouse/`, ` inhouse/`} {
		text = strings.ReplaceAll(text, begin, begin[:1]+"example.com/"+begin[1:])
	}
	return text
}

// copyTree copies Go files.
func copyTree(from, to string) error {
	tree := os.DirFS(from)
	return fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".go" {
			return err
		}
		text, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		return writeFile(filepath.Join(to, filepath.FromSlash(name)), inModule(string(text)))
	})
}

func writeFile(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(text), 0o600)
}
