package source

import (
	"errors"
	"fmt"
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
