package golist

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// Find asks where packages are. The result tells what is known of each, in the order of the paths.
func (b *Build) Find(paths []string) []*Package {
	found := b.lookup(paths)
	missing := slices.Clone(found)
	for _, at := range b.places {
		missing = slices.DeleteFunc(missing, func(p *Package) bool { return p.Dir != "" })
		b.ask(at, packages.NeedName|packages.NeedFiles|packages.NeedModule, missing)
	}
	return found
}

// Locate tells where packages are. Those that are not where they should be are asked for. That a package builds is not certain.
func (b *Build) Locate(paths []string) []*Package {
	found := b.lookup(paths)
	for _, p := range found {
		for _, at := range b.places {
			if p.Dir == "" && p.Err == nil {
				p.locate(at)
			}
		}
	}
	return b.Find(paths)
}

// Export asks for the export data of packages. Those that are not of the standard library must have been found before.
func (b *Build) Export(paths []string) {
	at := make(map[*place][]*Package)
	for _, p := range b.lookup(paths) {
		if p.asked || p.Err != nil {
			continue
		}
		p.asked = true
		if p.at == nil {
			p.at = b.places[0]
		}
		at[p.at] = append(at[p.at], p)
	}
	for _, place := range b.places {
		if !b.ask(place, packages.NeedName|packages.NeedExportFile, at[place]) { // go/packages keeps to itself why
			b.ask(place, packages.NeedName|packages.NeedFiles, at[place])
		}
	}
}

// ask runs the go command once, and tells whether it knew a package.
func (b *Build) ask(at *place, mode packages.LoadMode, asked []*Package) bool {
	if len(asked) == 0 {
		return true
	}
	patterns := make([]string, len(asked))
	for i, p := range asked {
		patterns[i] = p.Path
	}
	answers, failed := answers(&packages.Config{Mode: mode, Dir: at.dir, Env: at.env, BuildFlags: at.flags}, patterns)
	if at == b.places[0] {
		b.failed = cmp.Or(b.failed, failed)
	}
	for _, p := range asked {
		switch answer := answers[p.Path]; {
		case failed != nil:
			p.Err = cmp.Or(p.Err, failed)
		case answer == nil:
			p.Err = errors.New("go list says nothing of it")
		default:
			p.take(answer, at)
		}
	}
	return len(answers) > 0
}

// answers returns what the go command says, by import path. go/packages makes a package of some failures, with a name that nobody
// asked for (golang.org/x/tools@v0.49.0 go/packages/golist.go, invokeGo).
func answers(config *packages.Config, patterns []string) (map[string]*packages.Package, error) {
	loaded, err := packages.Load(config, patterns...)
	if err != nil {
		return nil, failure(err)
	}
	answers := make(map[string]*packages.Package, len(loaded))
	for _, pkg := range loaded {
		answers[pkg.PkgPath] = pkg
		if len(pkg.Errors) > 0 && !slices.Contains(patterns, pkg.PkgPath) {
			return nil, oneLine(pkg.Errors[0].Msg)
		}
	}
	return answers, nil
}

// take keeps what the go command says of a package. If nobody knows it, the main module has the word.
func (p *Package) take(answer *packages.Package, at *place) {
	switch {
	case len(answer.Errors) == 0:
		p.Err = nil
	case p.Err == nil || len(answer.GoFiles) > 0:
		p.Err = oneLine(strings.TrimPrefix(answer.Errors[0].Msg, "# "+p.Path+"\n"))
	}
	if answer.ExportFile != "" {
		p.export = answer.ExportFile
	}
	if len(answer.GoFiles) == 0 {
		return
	}
	p.Dir, p.at, p.Files = answer.Dir, at, nil
	for _, file := range answer.GoFiles {
		p.Files = append(p.Files, filepath.Base(file))
	}
	if answer.Module != nil {
		p.Mod = answer.Module.GoMod
	}
}
