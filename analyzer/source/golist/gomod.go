package golist

import (
	"go/version"
	"os"
	"path/filepath"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

// readMod takes the modules from the go.mod file, if that lists them all.
func (p *place) readMod() bool {
	name := filepath.Join(p.dir, "go.mod")
	text, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	file, err := modfile.Parse(name, text, nil)
	if err != nil || file.Go == nil || version.Compare("go"+file.Go.Version, "go1.17") < 0 {
		return false
	}
	for _, require := range file.Require {
		if m, ok := p.cached(replaced(require.Mod, file.Replace)); ok {
			p.chosen[require.Mod.Path] = m
		}
	}
	return true
}

// replaced returns what stands in the place of a module. Its version is "" if that is a folder.
func replaced(m module.Version, replaces []*modfile.Replace) module.Version {
	for _, replace := range replaces {
		if replace.Old.Path == m.Path && (replace.Old.Version == "" || replace.Old.Version == m.Version) {
			return replace.New
		}
	}
	return m
}

// cached returns where a module is: a folder, or else in the module cache (https://go.dev/ref/mod#module-cache).
func (p *place) cached(m module.Version) (mod, bool) {
	if m.Version == "" {
		dir := filepath.FromSlash(m.Path)
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(p.dir, dir)
		}
		return mod{dir, filepath.Join(dir, "go.mod")}, true
	}
	path, errPath := module.EscapePath(m.Path)
	escaped, errVersion := module.EscapeVersion(m.Version)
	if errPath != nil || errVersion != nil {
		return mod{}, false
	}
	path = filepath.FromSlash(path)
	return mod{
		filepath.Join(p.cache, path+"@"+escaped),
		filepath.Join(p.cache, "cache", "download", path, "@v", escaped+".mod"),
	}, true
}
