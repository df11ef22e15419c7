package source

import (
	"bytes"
	"go/build"
	"io"
	"path/filepath"
	"slices"
)

// takes tells whether a build takes a Go file. Without a context every file counts.
func takes(context *build.Context, name string, text []byte) bool {
	if context == nil {
		return true
	}
	if !context.CgoEnabled && bytes.Contains(text, []byte(`"C"`)) {
		if imports, _ := importsOf(text); slices.Contains(imports, "C") {
			return false
		}
	}
	with := *context
	with.OpenFile = func(string) (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil }
	match, err := with.MatchFile(filepath.Dir(name), filepath.Base(name))
	return match || err != nil // what is wrong with the file is for the parser to say
}
