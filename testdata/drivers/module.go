package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whichid/whichid/testdata/drivers/situations"
)

// A module is what drivers run on.
type module struct {
	settings

	dir     string
	path    string   // of the module
	nested  []string // folders of the modules in it, relative to it
	cgo     []string // the files that cgo makes copies of, for all but the command
	scratch string   // a folder
	failed  error    // while arguments were made
}

func (s settings) newModule(ctx context.Context, dir, scratch string) (*module, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	m := &module{settings: s, dir: dir, scratch: scratch}
	m.env = append(slices.Clip(s.env), "GOWORK=off", "GOLANGCI_LINT_CACHE="+filepath.Join(scratch, "cache"))
	if m.nested, err = nested(dir); err != nil {
		return nil, err
	}
	of, err := m.ask(ctx, "go", "list", "-m")
	if err != nil {
		return nil, err
	}
	m.path = of[0]
	if m.cgo, err = m.ask(ctx, "go", "list", "-f", "{{range .CgoFiles}}{{$.Dir}}/{{.}}\n{{end}}", tree); err != nil {
		return nil, err
	}
	roots, err := m.ask(ctx, "go", "env", "GOROOT", "GOMODCACHE")
	m.env = append(m.env, programVariable+"="+m.program("whichid"),
		rootsVariable+"="+strings.Join(roots, string(os.PathListSeparator)))
	return m, err
}

// nested lists the folders with modules of their own.
func nested(dir string) (dirs []string, err error) {
	err = filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Name() == "go.mod" && filepath.Dir(name) != dir {
			var rel string
			rel, err = filepath.Rel(dir, filepath.Dir(name))
			dirs = append(dirs, rel)
		}
		return err
	})
	return dirs, err
}

// ask returns the lines that a program prints.
func (m *module) ask(ctx context.Context, args ...string) ([]string, error) {
	text, _, err := m.output(ctx, args, nil)
	return strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' }), err
}

// situations makes modules of the situations, and settings that all of them have sites with.
func (s *settings) situations(ctx context.Context) (remove func(), dirs []string, err error) {
	dir, err := os.MkdirTemp("", "situations")
	if err != nil {
		return nil, nil, err
	}
	modules, err := situations.LayOut(ctx, s.testdata, dir)
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(dir))
	}
	s.env = modules.Env
	s.sinks = append(s.sinks, modules.Rows...)
	s.ids = append(s.ids, "env:FIRST", "scope", "expr:config.IdentityID()@example.com/app/config")
	return func() {
		modules.Close()
		_ = os.RemoveAll(dir)
	}, modules.Dirs, nil
}
