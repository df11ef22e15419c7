package source

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// gate reads the folder's files and decides whether it is relevant. If not, only its imports are kept. Files that the build leaves out
// are forgotten. Nearly all its time is reading.
func (f *folder) gate(table *identity.Table) {
	gate, read, sum := table.NewGate(), f.reader(), 0
	var broken []failure
	var names []string
	code, tests := make(map[string]bool), make(map[string]bool)
	f.clauses = make(map[string]int)
	f.texts = make(map[string][]byte, len(f.names))
	for _, name := range f.names {
		path := filepath.Join(f.dir, name)
		text, err := read(path)
		switch {
		case err != nil:
			f.failed = append(f.failed, failure{path, err})
			continue
		case text == nil:
			continue
		}
		if !takes(f.build, path, text) && !f.only[name] {
			continue
		}
		names = append(names, name)
		if sum += len(text); sum > maxFolder {
			f.failed = append(f.failed, failure{f.dir, fmt.Errorf("more than %d MiB of Go files", maxFolder>>20)})
			f.texts = nil
			return
		}
		f.texts[name] = text
		header, err := readHeader(text)
		if err != nil {
			broken = append(broken, failure{path, err})
		}
		if !isTest(name) && header.clause != "" {
			f.clauses[header.clause]++
		}
		for _, spec := range header.imports {
			gate.Import(spec.path, spec.name)
			if isTest(name) {
				tests[spec.path] = true
			} else {
				code[spec.path] = true
			}
		}
	}
	f.names = names
	f.imports, f.testImports = slices.Sorted(maps.Keys(code)), slices.Sorted(maps.Keys(tests))
	f.relevant = gate.Need != identity.Irrelevant && f.passes(gate)
	if !f.relevant {
		f.texts = nil
		f.failed = append(f.failed, broken...) // a relevant file is parsed again, and says it then
		return
	}
	f.failed = append(f.failed, f.weigh()...)
}

// reader returns what reads a file. What the walk has not seen may be anything.
func (f *folder) reader() func(path string) ([]byte, error) {
	if f.outside != nil {
		return readRegular
	}
	return read
}

func (f *folder) passes(gate *identity.Gate) bool {
	for _, text := range f.texts {
		if gate.Passes(text) {
			return true
		}
	}
	return false
}

// clause returns the name of the package that an import of the folder means, as [syntax.importable] does, or "".
func (f *folder) clause() (best string) {
	for name, files := range f.clauses {
		if name != "main" && name != "_" && (files > f.clauses[best] || files == f.clauses[best] && name < best) {
			best = name
		}
	}
	return best
}
