package golist

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// This room tells where packages are without asking the go command for each: only a module whose path is a prefix of the package's can
// hold it, and which versions of modules count is written down.

// A mod is a module in the version that counts.
type mod struct {
	dir  string
	file string // its go.mod, or "" if that is not known
}

// locate finds a package in the modules that count.
func (p *Package) locate(at *place) {
	if at.vendor != "" {
		p.setDir(at, mod{dir: filepath.Join(at.vendor, filepath.FromSlash(p.Path))})
		return
	}
	chosen := at.choose()
	for prefix := p.Path; p.Dir == "" && prefix != ""; prefix = prefix[:max(strings.LastIndexByte(prefix, '/'), 0)] {
		if m, ok := chosen[prefix]; ok {
			m.dir = filepath.Join(m.dir, filepath.FromSlash(strings.TrimPrefix(p.Path, prefix)))
			p.setDir(at, m)
		}
	}
}

func (p *Package) setDir(at *place, m mod) {
	entries, _ := os.ReadDir(m.dir) // what is missing is not there
	for _, entry := range entries {
		name := entry.Name()
		if entry.Type()&^fs.ModeSymlink == 0 && strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			p.Files = append(p.Files, name)
		}
	}
	if len(p.Files) > 0 {
		p.Dir, p.Mod, p.at = m.dir, m.file, at
	}
}

// choose returns the modules that count, by path. The go.mod of a module alone lists those that its packages need, since Go 1.17; in
// other cases the go command tells. Those that have not been downloaded are left out.
func (p *place) choose() map[string]mod {
	if p.chosen == nil {
		p.chosen = make(map[string]mod)
		if !p.alone || !p.readMod() {
			p.listModules()
		}
	}
	return p.chosen
}

func (p *place) listModules() {
	args := append([]string{"list", "-m", "-e", "-f", "{{.Path}}\t{{.Dir}}\t{{.GoMod}}"}, p.flags...)
	cmd := exec.CommandContext(context.Background(), "go", append(args, "all")...) //nolint:gosec // flags are -mod and checked -tags
	cmd.Dir, cmd.Env = p.dir, p.env
	out, err := cmd.Output()
	if err != nil {
		return // nothing is located, so that each package is asked for
	}
	for line := range strings.Lines(string(out)) {
		if fields := strings.Split(strings.TrimRight(line, "\n"), "\t"); len(fields) == 3 && fields[1] != "" {
			p.chosen[fields[0]] = mod{fields[1], fields[2]}
		}
	}
}
