package report

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whichid/whichid/analyzer/identity"
)

// A DiagnosticResult of the Reviewdog Diagnostic Format, as github.com/reviewdog/reviewdog@v0.21.0 proto/rdf/reviewdog.proto has it.
type (
	rdjsonReport struct {
		Source      rdjsonSource       `json:"source"`
		Diagnostics []rdjsonDiagnostic `json:"diagnostics"`
	}
	rdjsonSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdjsonDiagnostic struct {
		Message        string             `json:"message"`
		Location       rdjsonLocation     `json:"location"`
		Severity       string             `json:"severity"`
		Code           *rdjsonCode        `json:"code,omitempty"`
		Suggestions    []rdjsonSuggestion `json:"suggestions,omitempty"`
		OriginalOutput string             `json:"original_output"` //nolint:tagliatelle // reviewdog's name; it prints this on a terminal
	}
	rdjsonCode struct {
		Value string `json:"value"`
		URL   string `json:"url"`
	}
	rdjsonLocation struct {
		Path  string       `json:"path"`
		Range *rdjsonRange `json:"range,omitempty"`
	}
	rdjsonRange struct {
		Start rdjsonPosition  `json:"start"`
		End   *rdjsonPosition `json:"end,omitempty"`
	}
	rdjsonPosition struct { // columns count bytes
		Line   int `json:"line"`
		Column int `json:"column"`
	}
	rdjsonSuggestion struct {
		Range rdjsonRange `json:"range"`
		Text  string      `json:"text"`
	}
)

func writeRDJSON(w io.Writer, r *Report) error {
	out := rdjsonReport{Source: rdjsonSource{Name: identity.Name, URL: identity.URL}, Diagnostics: []rdjsonDiagnostic{}}
	texts := newTexts(r.Read)
	for _, f := range r.reported() {
		p := f.Position
		out.Diagnostics = append(out.Diagnostics, rdjsonDiagnostic{
			Message: f.Message,
			Location: rdjsonLocation{Path: jsonPath(p.File), Range: &rdjsonRange{
				Start: rdjsonPosition{p.Line, p.Column}, End: &rdjsonPosition{p.EndLine, p.EndColumn},
			}},
			Severity:       severityOf(f.Rule).rdjson,
			Code:           &rdjsonCode{Value: f.Rule, URL: identity.URL},
			Suggestions:    suggestions(f, texts.of(p.File)),
			OriginalOutput: strings.TrimSuffix(textLine(f, Screen{}), "\n"),
		})
	}
	for _, e := range r.Errors {
		d := rdjsonDiagnostic{
			Message: e.Message, Location: rdjsonLocation{Path: jsonPath(e.File)},
			Severity: failure().rdjson, OriginalOutput: Visible(e.String()),
		}
		if e.Line > 0 {
			d.Location.Range = &rdjsonRange{Start: rdjsonPosition{e.Line, e.Column}}
		}
		out.Diagnostics = append(out.Diagnostics, d)
	}
	return encode(w, out)
}

// suggestions returns a suggestion for each fix. reviewdog offers each by itself, so that one is all edits of a fix: from the first to
// the last of them, with the text between.
func suggestions(f identity.Finding, text []byte) (out []rdjsonSuggestion) {
	for _, fix := range f.Fixes {
		whole, ok := merge(fix.Edits, text)
		if !ok {
			continue
		}
		var start, end rdjsonPosition
		start.Line, start.Column = place8(text, whole.Start)
		end.Line, end.Column = place8(text, whole.End)
		out = append(out, rdjsonSuggestion{Range: rdjsonRange{Start: start, End: &end}, Text: whole.New})
	}
	return out
}

// merge returns the one edit that does what edits of the same file do. It fails if they do not fit the text or if the result is no UTF-8.
func merge(edits []identity.Edit, text []byte) (whole identity.Edit, ok bool) {
	sorted := slices.SortedFunc(slices.Values(edits), func(a, b identity.Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var b bytes.Buffer
	for i, e := range sorted {
		if i == 0 {
			whole = identity.Edit{File: e.File, Start: e.Start, End: e.Start}
		}
		if e.Start < whole.End || e.End < e.Start || e.End > len(text) || e.File != whole.File {
			return identity.Edit{}, false
		}
		b.Write(text[whole.End:e.Start])
		b.WriteString(e.New)
		whole.End = e.End
	}
	whole.New = b.String()
	return whole, len(sorted) > 0 && utf8.ValidString(whole.New)
}
