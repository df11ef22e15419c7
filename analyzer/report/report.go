// Package report writes findings for people and for programs, and carries out their fixes. It takes plain data: it does
// not know where a finding comes from.
package report

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// A Report is what a format writes. The same report is the same text, byte for byte.
type Report struct {
	Findings []identity.Finding // sorted, the suppressed ones among them
	Errors   []Error            // sorted
	// Read returns the text that a file was analyzed from.
	Read    func(name string) ([]byte, error)
	Rules   []identity.Rule // those that were looked for
	Version string          // of the tool, such as 1.2.3, if it is known
	Screen  Screen          // for text
}

// reported returns the findings that no directive suppresses.
func (r *Report) reported() []identity.Finding {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f identity.Finding) bool { return f.Suppressed != "" })
}

// An Error is something that could not be analyzed or written.
type Error struct {
	File    string
	Line    int // 0 if the whole file is meant
	Column  int
	Message string
}

func (e Error) String() string {
	if e.Line == 0 {
		return filepath.ToSlash(e.File) + ": " + e.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", filepath.ToSlash(e.File), e.Line, e.Column, e.Message)
}
