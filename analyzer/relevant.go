package analyzer

import (
	"strconv"

	"github.com/whichid/whichid/analyzer/identity"
)

// relevant is the first gate: does a file import a library of the table, and where the import alone says too little
// (net/http), does some file hold a marker? It looks at import specs and raw bytes only.
func (c *Checker) relevant(pkg *Package) bool {
	need := identity.Irrelevant
	for _, file := range pkg.Files {
		for _, spec := range file.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil {
				need |= c.table.Import(path)
			}
		}
	}
	if need == identity.Irrelevant || need&identity.Relevant != 0 {
		return need != identity.Irrelevant
	}
	for _, file := range pkg.Files {
		text, err := pkg.ReadFile(pkg.Fset.File(file.FileStart).Name())
		if err == nil && identity.Markers(text, need) != 0 {
			return true
		}
	}
	return false
}
