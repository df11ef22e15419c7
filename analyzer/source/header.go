package source

import (
	"go/parser"
	"go/token"
	"strconv"
)

// A header is what stands in front of the declarations of a Go file.
type header struct {
	clause  string // the name of its package
	imports []importSpec
}

type importSpec struct {
	path string
	name string // in the file, or ""
}

// readHeader reads the header of a file. With an error it returns what stands before.
func readHeader(text []byte) (header, error) {
	var h header
	file, err := parser.ParseFile(token.NewFileSet(), "", text, parser.ImportsOnly|parser.SkipObjectResolution)
	if file == nil {
		return h, err
	}
	h.clause = file.Name.Name
	for _, spec := range file.Imports {
		path, bad := strconv.Unquote(spec.Path.Value)
		if bad != nil {
			continue
		}
		one := importSpec{path: path}
		if spec.Name != nil {
			one.name = spec.Name.Name
		}
		h.imports = append(h.imports, one)
	}
	return h, err
}
