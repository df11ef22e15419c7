package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/goproxytest"
	"golang.org/x/mod/module"
)

// TestTypedSame holds the two ways to load to the same report, on every situation of the analyzer's tests. Without -typed they are read
// with outlines, with it the go command tells the types of the libraries, which a module proxy serves.
func TestTypedSame(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("needs the go command")
	}
	dir, env := situations(t)
	for _, args := range [][]string{
		{"./..."},
		{"-enable=all", "-tests", "-format=json", "./..."},
		{"-enable=all", "-diff", "./..."},
		{"-enable=all", "credential/wrappers/a.go", "./imds/..."},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			own := outputOf(t, dir, env, append([]string{"whichid", "-files=false"}, args...)...)
			typed := outputOf(t, dir, env, append([]string{"whichid", "-files=false", "-typed"}, args...)...)
			if own == "" || own != typed {
				t.Errorf("without -typed:\n%s\nwith it:\n%s", own, typed)
			}
		})
	}
}

// situations lays out two modules: example.com, and legacy in it with another version of a library.
func situations(t *testing.T) (dir string, env []string) {
	t.Helper()
	dir, proxy := t.TempDir(), t.TempDir()
	for from, to := range map[string]string{"src": dir, "legacy/src": filepath.Join(dir, "legacy")} {
		from = filepath.Join("..", "..", "testdata", filepath.FromSlash(from))
		version := map[bool]string{true: "v1.0.0", false: "v0.11.0"}[to == dir]
		trees, err := os.ReadDir(from)
		if err != nil {
			t.Fatal(err)
		}
		for _, tree := range trees {
			switch name := tree.Name(); name {
			case "github.com":
				serveModules(t, from, name+"/*/*", proxy, version)
			case "go.mongodb.org", "gorm.io":
				serveModules(t, from, name+"/*", proxy, version)
			case "resty.dev":
				serveModules(t, from, name, proxy, version)
			case "example.com":
				copyTree(t, filepath.Join(from, name), to)
			default:
				copyTree(t, filepath.Join(from, name), filepath.Join(to, name))
			}
		}
	}
	server := goproxytest.NewTestServer(t, proxy, "")
	env = append(os.Environ(), "GOPROXY="+server.URL, "GOSUMDB=off", "GOFLAGS=-modcacherw", "GOWORK=off", "GOTOOLCHAIN=local",
		"GOMODCACHE="+t.TempDir())
	writeFile(t, filepath.Join(dir, "go.mod"), "module example.com\n\ngo 1.25\n")
	writeFile(t, filepath.Join(dir, "legacy", "go.mod"),
		"module example.com/legacy\n\ngo 1.25\n\nrequire github.com/Azure/azure-sdk-for-go v0.11.0\n")
	outputOf(t, dir, env, "go", "mod", "tidy")
	outputOf(t, filepath.Join(dir, "legacy"), env, "go", "mod", "tidy")
	return dir, env
}

// serveModules makes modules of folders, for a proxy.
func serveModules(t *testing.T, root, pattern, proxy, version string) {
	t.Helper()
	tree := os.DirFS(root)
	dirs, err := fs.Glob(tree, pattern)
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		escaped, err := module.EscapePath(dir)
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(proxy, strings.ReplaceAll(escaped, "/", "_")+"_"+version)
		copyTree(t, filepath.Join(root, filepath.FromSlash(dir)), to)
		writeFile(t, filepath.Join(to, "go.mod"), "module "+dir+"\n\ngo 1.25\n")
	}
}

// copyTree copies Go files. Situations import each other by paths that no module can have.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	tree := os.DirFS(from)
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".go" {
			return err
		}
		text, err := fs.ReadFile(tree, name)
		writeFile(t, filepath.Join(to, filepath.FromSlash(name)), strings.ReplaceAll(string(text), `"wrapped/`, `"example.com/wrapped/`))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// outputOf returns what a command prints. Exit status 1 is that of findings.
func outputOf(t *testing.T, dir string, env []string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), args[0], args[1:]...)
	cmd.Dir, cmd.Env = dir, env
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	var exit *exec.ExitError
	if found := errors.As(err, &exit) && exit.ExitCode() == exitFindings; err != nil && !found {
		t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return string(out)
}
