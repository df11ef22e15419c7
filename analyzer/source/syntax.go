package source

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"go/parser"
	"go/token"
)

// StillParses says why a Go file may not be changed: it has syntax errors, or would have some.
func StillParses(before, after []byte) error {
	parse := func(text []byte) error {
		_, err := parser.ParseFile(token.NewFileSet(), "", text, parser.SkipObjectResolution)
		return err
	}
	switch err := parse(after); {
	case err == nil:
		return nil
	case parse(before) != nil:
		return errors.New("mend its syntax errors first")
	default:
		return fmt.Errorf("the result would not parse: %w", err)
	}
}

// Formatted returns what became of a Go file as gofmt writes it, if the file was so before. Fixes that are made together may have moved
// what stands in one column.
func Formatted(before, after []byte) []byte {
	if as, err := format.Source(before); err != nil || !bytes.Equal(as, before) {
		return after
	}
	if as, err := format.Source(after); err == nil {
		return as
	}
	return after
}
