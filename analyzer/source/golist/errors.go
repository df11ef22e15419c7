package golist

import (
	"errors"
	"strings"
)

// failure returns what the go command said when it failed, without what go/packages says of how it ran
// (golang.org/x/tools@v0.49.0 internal/gocommand/invoke.go, runWithFriendlyError).
func failure(err error) error {
	ran, said, ok := strings.Cut(strings.TrimPrefix(err.Error(), "err: "), ": stderr: ")
	if ok && strings.TrimSpace(said) != "" {
		return oneLine(said)
	}
	return oneLine(ran)
}

// oneLine joins the lines of a message. The go command writes commands that help into lines of their own.
func oneLine(text string) error {
	return errors.New(strings.Join(strings.Fields(text), " "))
}
