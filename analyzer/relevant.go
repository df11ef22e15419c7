package analyzer

import (
	"strconv"

	"github.com/whichid/whichid/analyzer/identity"
)

// relevant is the first gate: does a file import a library of the table, and where the import alone says too little
// (net/http), does some file hold a marker? Or does it import a package whose functions pass an ID on? It looks at import
// specs and raw bytes only.
func (c *Checker) relevant(pkg *Package) bool {
	for _, s := range pkg.Summaries {
		if s.Matter() {
			return true
		}
	}
	need := c.needs(pkg)
	return need&identity.Relevant != 0 || markersIn(pkg, need) != 0
}

// Needs tells what the imports of a package mean to a [Checker] for c: whether one of them is worth a visit, or which markers make them
// so, see [identity.Markers]. It is for drivers that start anew for every package, and want to know before they parse it.
func (c Config) Needs(imported func(path string) bool) (identity.Need, error) {
	out, err := c.compileFor(imported)
	if err != nil {
		return identity.Irrelevant, err
	}
	return out.table.Imports(imported), nil
}

// needs joins what the imports of a package mean.
func (c *Checker) needs(pkg *Package) identity.Need {
	need := identity.Irrelevant
	for _, file := range pkg.Files {
		for _, spec := range file.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil {
				need |= c.table.Import(path)
			}
		}
	}
	return need
}

// markersIn returns those of the needs whose markers stand in the files of a package. It reads no more files than it has to.
func markersIn(pkg *Package, needs identity.Need) identity.Need {
	needs &^= identity.Relevant
	found := identity.Irrelevant
	for _, file := range pkg.Files {
		if found == needs {
			break
		}
		if text, err := pkg.ReadFile(pkg.Fset.File(file.FileStart).Name()); err == nil {
			found |= identity.Markers(text, needs)
		}
	}
	return found
}
