package report

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/whichid/whichid/analyzer/identity"
)

// The object that the format json is.
type (
	jsonReport struct {
		Findings []jsonFinding `json:"findings"`
		Errors   []jsonError   `json:"errors"`
	}
	jsonFinding struct {
		File       string    `json:"file"`
		FileBytes  string    `json:"fileBytes,omitempty"`
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
		File      string `json:"file"`
		FileBytes string `json:"fileBytes,omitempty"`
		Message   string `json:"message"`
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

// writeJSON writes one object with all findings, the suppressed ones among them, and all errors. An empty list is [], never null.
func writeJSON(w io.Writer, r *Report) error {
	out := jsonReport{Findings: []jsonFinding{}, Errors: []jsonError{}}
	for _, f := range r.Findings {
		p := f.Position
		out.Findings = append(out.Findings, jsonFinding{
			File: jsonPath(p.File), FileBytes: pathBytes(p.File),
			Line: p.Line, Column: p.Column, EndLine: p.EndLine, EndColumn: p.EndColumn,
			Rule: f.Rule, Message: f.Message, Suppressed: f.Suppressed, Fixes: jsonFixes(f),
		})
	}
	for _, e := range r.Errors {
		message := e.Message
		if e.Line > 0 {
			message = fmt.Sprintf("%d:%d: %s", e.Line, e.Column, message)
		}
		out.Errors = append(out.Errors, jsonError{File: jsonPath(e.File), FileBytes: pathBytes(e.File), Message: message})
	}
	return encode(w, out)
}

func jsonFixes(f identity.Finding) []jsonFix {
	out := []jsonFix{}
	for _, fix := range textFixes(f) {
		edits := []jsonEdit{}
		for _, e := range fix.Edits {
			edits = append(edits, jsonEdit{File: jsonPath(e.File), Start: e.Start, End: e.End, New: e.New})
		}
		out = append(out, jsonFix{Message: fix.Message, Edits: edits})
	}
	return out
}

// textFixes returns the fixes that insert text. Formats that are JSON cannot hold others: half a fix is worse than none.
func textFixes(f identity.Finding) []identity.Fix {
	return slices.DeleteFunc(slices.Clone(f.Fixes), func(fix identity.Fix) bool {
		return slices.ContainsFunc(fix.Edits, func(e identity.Edit) bool { return !utf8.ValidString(e.New) })
	})
}

// jsonPath returns the name of a file for a format that is JSON. It is the name itself, unless that is no UTF-8: then it is spelled
// as Visible does.
func jsonPath(name string) string {
	if !utf8.ValidString(name) {
		return visiblePath(name)
	}
	return filepath.ToSlash(name)
}

// pathBytes returns the name of a file that JSON cannot hold in base64, and nothing for others.
func pathBytes(name string) string {
	if utf8.ValidString(name) {
		return ""
	}
	return base64.StdEncoding.EncodeToString([]byte(filepath.ToSlash(name)))
}

func encode(w io.Writer, value any) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false) // URLs stay readable
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return err
	}
	_, err := w.Write(harmless(text.Bytes()))
	return err
}

// harmless returns JSON of the same value in which nothing commands a terminal or the log of a workflow, or hides: see [Visible]. Outside
// of strings there is only ASCII, and no ##[.
func harmless(text []byte) []byte {
	text = bytes.ReplaceAll(text, []byte("##["), []byte(`##\u005b`))
	hides := func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }
	if bytes.IndexFunc(text, hides) < 0 {
		return text
	}
	var out []byte
	for _, r := range string(text) {
		switch {
		case !hides(r):
			out = utf8.AppendRune(out, r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}
