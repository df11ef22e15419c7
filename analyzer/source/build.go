package source

import (
	"bytes"
	"fmt"
	"go/build"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// BuildContext reads a comma-separated list of build tags, as go build -tags takes it. GOOS, GOARCH and CGO_ENABLED come from the
// environment.
func BuildContext(tags string) (*build.Context, error) {
	context := build.Default
	context.BuildTags = nil
	for tag := range strings.SplitSeq(tags, ",") {
		if strings.ContainsFunc(tag, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '.' }) {
			return nil, fmt.Errorf("%q: not a build tag: use letters, digits, _ and ., and a comma between two tags", tag)
		}
		if tag != "" {
			context.BuildTags = append(context.BuildTags, tag)
		}
	}
	const accepted = "use one of those that go tool dist list prints"
	switch {
	case !isPlatform(context.GOOS):
		return nil, fmt.Errorf("GOOS: %q is not known: %s", context.GOOS, accepted)
	case !isPlatform(context.GOARCH):
		return nil, fmt.Errorf("GOARCH: %q is not known: %s", context.GOARCH, accepted)
	}
	return &context, nil
}

// isPlatform tells whether go/build knows an operating system or an architecture: files with its name then count there only.
func isPlatform(name string) bool {
	return !takes(&build.Context{CgoEnabled: true}, "x_"+name+".go", []byte("package x"))
}

// takes tells whether a build takes a Go file. Without a context every file counts.
func takes(context *build.Context, name string, text []byte) bool {
	if context == nil {
		return true
	}
	if !context.CgoEnabled && bytes.Contains(text, []byte(`"C"`)) {
		header, _ := readHeader(text)
		if slices.ContainsFunc(header.imports, func(spec importSpec) bool { return spec.path == "C" }) {
			return false
		}
	}
	with := *context
	with.OpenFile = func(string) (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil }
	match, err := with.MatchFile(filepath.Dir(name), filepath.Base(name))
	return match || err != nil // what is wrong with the file is for the parser to say
}
