package golist

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
)

// A place is a folder where the go command runs.
type place struct {
	dir     string
	env     []string
	flags   []string
	goroot  string
	cache   string   // the module cache
	vendor  string   // the vendor folder that takes its place, or ""
	modules []string // the folders of those that are built together there
	alone   bool     // there is no workspace, and the flags name no other go.mod
	chosen  map[string]mod
}

// newPlace asks the go command how it is set up in a folder. A module that its workspace does not list is built by itself: the go
// command would refuse it. No go.mod file is changed, whatever the user's flags are. And there is no other driver of go/packages,
// which would be one more program to run.
func newPlace(dir string, flags []string) *place {
	p := &place{dir: dir, flags: flags, env: append(os.Environ(), "GOPACKAGESDRIVER=off"), modules: []string{dir}}
	cmd := exec.CommandContext(context.Background(), "go", "env", "GOROOT", "GOMODCACHE", "GOFLAGS", "GOWORK")
	cmd.Dir = dir
	out, err := cmd.Output()
	lines := strings.Split(string(out), "\n")
	if os.Getenv("GOGC") == "" {
		p.env = append(p.env, "GOGC=200") // a fifth less CPU time for go list, and half as much memory again
	}
	if err != nil || len(lines) < 4 {
		return p // go list fails too, and says why
	}
	p.goroot, p.cache = lines[0], lines[1]
	top := p.useWorkspace(lines[3])
	p.useFlags(lines[2], filepath.Join(top, "vendor"))
	return p
}

// useWorkspace returns the folder of the go.work file, or else that of the module.
func (p *place) useWorkspace(work string) (top string) {
	p.alone = true
	if !filepath.IsAbs(work) { // off, or none
		return p.dir
	}
	used := uses(work)
	if used != nil && !slices.Contains(used, p.dir) {
		p.env = append(p.env, "GOWORK=off")
		return p.dir
	}
	p.alone = false
	if used != nil {
		p.modules = used
	}
	return filepath.Dir(work)
}

// useFlags reads GOFLAGS. A vendor folder counts unless they say otherwise (https://go.dev/ref/mod#build-commands).
func (p *place) useFlags(goflags, vendor string) {
	_, err := os.Stat(filepath.Join(vendor, "modules.txt"))
	vendored := err == nil
	for flag := range strings.FieldsSeq(goflags) {
		name, value, _ := strings.Cut(strings.TrimLeft(flag, "-"), "=")
		switch {
		case name == "mod" && value == "mod":
			p.flags = append(slices.Clone(p.flags), "-mod=readonly")
			vendored = false
		case name == "mod":
			vendored = value == "vendor"
		case name == "modfile":
			p.alone = false
		}
	}
	if vendored {
		p.vendor = vendor
	}
}

// uses returns the folders that a go.work file lists, or nil if that cannot be told: go list then says what is wrong with it.
func uses(file string) []string {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	work, err := modfile.ParseWork(file, text, nil)
	if err != nil {
		return nil
	}
	dirs := []string{}
	for _, use := range work.Use {
		dir := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(filepath.Dir(file), dir)
		}
		dirs = append(dirs, filepath.Clean(dir))
	}
	return dirs
}
