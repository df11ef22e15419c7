// Package report writes findings for people and for programs, and carries out their fixes. It takes plain data: it does
// not know where a finding comes from.
package report

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"

	"github.com/whichid/whichid/analyzer/identity"
)

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

// Text writes a line for each finding that no directive suppresses.
func Text(w io.Writer, findings []identity.Finding) error {
	for _, f := range findings {
		if f.Suppressed != "" {
			continue
		}
		p := f.Position
		if _, err := fmt.Fprintf(w, "%s:%d:%d: %s (%s)\n", filepath.ToSlash(p.File), p.Line, p.Column, f.Message, f.Rule); err != nil {
			return err
		}
	}
	return nil
}

// The object that JSON writes.
type (
	jsonReport struct {
		Findings []jsonFinding `json:"findings"`
		Errors   []jsonError   `json:"errors"`
	}
	jsonFinding struct {
		File       string    `json:"file"`
		Line       int       `json:"line"`
		Column     int       `json:"column"`
		EndLine    int       `json:"endLine"`
		EndColumn  int       `json:"endColumn"`
		Rule       string    `json:"rule"`
		Message    string    `json:"message"`
		Suppressed string    `json:"suppressed,omitempty"`
		Fixes      []jsonFix `json:"fixes"`
	}
	jsonError struct {
		File    string `json:"file"`
		Message string `json:"message"`
	}
	jsonFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"`
	}
	jsonEdit struct {
		File  string `json:"file"`
		Start int    `json:"start"`
		End   int    `json:"end"`
		New   string `json:"new"`
	}
)

// JSON writes one object with all findings, the suppressed ones among them, and all errors. An empty list is [], never null.
func JSON(w io.Writer, findings []identity.Finding, errs []Error) error {
	out := jsonReport{Findings: []jsonFinding{}, Errors: []jsonError{}}
	for _, f := range findings {
		p := f.Position
		out.Findings = append(out.Findings, jsonFinding{
			File: filepath.ToSlash(p.File), Line: p.Line, Column: p.Column, EndLine: p.EndLine, EndColumn: p.EndColumn,
			Rule: f.Rule, Message: f.Message, Suppressed: f.Suppressed, Fixes: jsonFixes(f.Fixes),
		})
	}
	for _, e := range errs {
		message := e.Message
		if e.Line > 0 {
			message = fmt.Sprintf("%d:%d: %s", e.Line, e.Column, message)
		}
		out.Errors = append(out.Errors, jsonError{File: filepath.ToSlash(e.File), Message: message})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false) // URLs stay readable
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

func jsonFixes(fixes []identity.Fix) []jsonFix {
	out := []jsonFix{}
	for _, fix := range fixes {
		edits := []jsonEdit{}
		for _, e := range fix.Edits {
			edits = append(edits, jsonEdit{File: filepath.ToSlash(e.File), Start: e.Start, End: e.End, New: e.New})
		}
		out = append(out, jsonFix{Message: fix.Message, Edits: edits})
	}
	return out
}
