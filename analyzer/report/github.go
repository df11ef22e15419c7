package report

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// writeGitHub writes a workflow command for each finding and each error.
//
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands tells the parameters. Columns can be given only
// where a region begins and ends on one line, and the last one is in the region: it defaults to the first one
// (@actions/core, AnnotationProperties). In which unit they count is not said; here they count as in SARIF.
//
// GitHub shows ten errors and ten warnings of a step and 50 annotations of a job, the log shows all
// (https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations).
func writeGitHub(w io.Writer, r *Report) error {
	var out bytes.Buffer
	texts := newTexts(r.Read)
	for _, f := range r.reported() {
		fmt.Fprintf(&out, "::%s file=%s,%s,title=%s::%s\n", severityOf(f.Rule).github,
			githubProperty(filepath.ToSlash(f.Position.File)), githubRegion(texts.of(f.Position.File), f.Position),
			githubProperty(identity.Name+" "+f.Rule), githubData(f.Message))
	}
	for _, e := range r.Errors {
		place := ""
		if e.Line > 0 {
			place = fmt.Sprintf(",line=%d", e.Line)
		}
		fmt.Fprintf(&out, "::%s file=%s%s,title=%s::%s\n", failure().github,
			githubProperty(filepath.ToSlash(e.File)), place, identity.Name, githubData(e.Message))
	}
	_, err := w.Write(out.Bytes())
	return err
}

func githubRegion(text []byte, p identity.Position) string {
	if p.Line != p.EndLine {
		return fmt.Sprintf("line=%d,endLine=%d", p.Line, p.EndLine)
	}
	at := regionOf(text, p)
	return fmt.Sprintf("line=%d,endLine=%d,col=%d,endColumn=%d",
		p.Line, p.EndLine, at.StartColumn, max(at.StartColumn, at.EndColumn-1))
}

// githubData escapes what stands behind the second ::, as the runner unescapes it (actions/runner src/Runner.Common/ActionCommand.cs).
// It knows no way to write other control characters.
func githubData(text string) string {
	return Visible(strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text))
}

// githubProperty escapes the value of a property likewise.
func githubProperty(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(githubData(text))
}
