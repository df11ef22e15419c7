package analyzer

import (
	"go/ast"
	"slices"
	"strconv"

	"github.com/whichid/whichid/analyzer/identity"
)

// relevant is the first gate: does a file import a library of the table and name something of it, or where the import says too
// little (net/http), does some file hold a marker? Or does the package import one that tells of its functions? It looks at import
// specs and raw bytes only.
func (c *Checker) relevant(pkg *Package) bool {
	for _, s := range pkg.Summaries {
		if s.Matter() {
			return true
		}
	}
	gate := c.table.NewGate()
	for _, file := range pkg.Files {
		for _, spec := range file.Imports {
			path, name := importSpec(spec)
			gate.Import(path, name)
		}
	}
	return gate.Need != identity.Irrelevant && slices.ContainsFunc(pkg.Files, func(file *ast.File) bool {
		text, err := pkg.ReadFile(pkg.Fset.File(file.FileStart).Name())
		return err == nil && gate.Passes(text) || err != nil && gate.Need&identity.Relevant != 0
	})
}

// importSpec returns the path of an import, and the name that the file gives it, if any.
func importSpec(spec *ast.ImportSpec) (path, name string) {
	path, _ = strconv.Unquote(spec.Path.Value) // the parser has seen to it
	if spec.Name != nil {
		name = spec.Name.Name
	}
	return path, name
}

// Gate returns what tells from the bytes of a package whether it is worth the visit of a [Checker] for c. It is for drivers that start
// anew for every package, and want to know before they parse it.
func (c Config) Gate(imported func(path string) bool) (*identity.Gate, error) {
	out, err := c.compileFor(imported)
	if err != nil {
		return nil, err
	}
	return out.table.NewGateFor(imported), nil
}

// needs joins what the imports of a package mean.
func (c *Checker) needs(pkg *Package) identity.Need {
	need := identity.Irrelevant
	for _, file := range pkg.Files {
		for _, spec := range file.Imports {
			path, _ := importSpec(spec)
			need |= c.table.Import(path)
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
