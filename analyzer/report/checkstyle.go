package report

import (
	"encoding/xml"
	"io"
	"maps"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// The elements of Checkstyle's XML, as its XMLLogger writes them:
// https://github.com/checkstyle/checkstyle/blob/master/src/main/java/com/puppycrawl/tools/checkstyle/XMLLogger.java. What reads it for
// other tools wants a version of 4 or later.
type (
	checkstyleReport struct {
		XMLName xml.Name         `xml:"checkstyle"`
		Version string           `xml:"version,attr"`
		Files   []checkstyleFile `xml:"file"`
	}
	checkstyleFile struct {
		Name   string            `xml:"name,attr"`
		Errors []checkstyleError `xml:"error"`
	}
	checkstyleError struct {
		Line     int    `xml:"line,attr"` // 0 for the file as a whole
		Column   int    `xml:"column,attr,omitempty"`
		Severity string `xml:"severity,attr"`
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
)

// writeCheckstyle writes names and messages as Visible spells them: XML has no way to write most control characters.
func writeCheckstyle(w io.Writer, r *Report) error {
	byFile := make(map[string][]checkstyleError)
	for _, f := range r.reported() {
		p := f.Position
		byFile[p.File] = append(byFile[p.File], checkstyleError{
			Line: p.Line, Column: p.Column, Severity: severityOf(f.Rule).checkstyle,
			Message: Visible(f.Message), Source: identity.Name + "." + f.Rule,
		})
	}
	for _, e := range r.Errors {
		byFile[e.File] = append(byFile[e.File], checkstyleError{
			Line: e.Line, Column: e.Column, Severity: failure().checkstyle, Message: Visible(e.Message), Source: identity.Name,
		})
	}
	out := checkstyleReport{Version: "4.3"}
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		out.Files = append(out.Files, checkstyleFile{Name: visiblePath(name), Errors: byFile[name]})
	}
	text, err := xml.MarshalIndent(out, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(slices.Concat([]byte(xml.Header), text, []byte("\n")))
	return err
}
