package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A Screen is what text is shown on. The zero value is a file or a program, which get a line for each finding and nothing else.
type Screen struct {
	Width int // columns of the terminal, or 0 if it is none
	Color bool
}

// Text writes a line for each finding that no directive suppresses.
func Text(w io.Writer, findings []identity.Finding) error {
	return writeText(w, &Report{Findings: findings})
}

// writeText writes, on a terminal, below each line the source, what would cure it, and at the end how many there are.
func writeText(w io.Writer, r *Report) error {
	var out bytes.Buffer
	texts := newTexts(r.Read)
	findings := r.reported()
	for _, f := range findings {
		out.WriteString(textLine(f, r.Screen))
		if r.Screen.Width > 0 {
			out.WriteString(excerpt(f, texts.of(f.Position.File), r.Screen))
			out.WriteString(strings.Repeat(" ", gutter(f)) + "= " + r.Screen.paint(green, cure(f)) + "\n\n")
		}
	}
	if r.Screen.Width > 0 && len(findings) > 0 {
		out.WriteString(summary(findings))
	}
	_, err := w.Write(out.Bytes())
	return err
}

func textLine(f identity.Finding, screen Screen) string {
	place := fmt.Sprintf("%s:%d:%d:", visiblePath(f.Position.File), f.Position.Line, f.Position.Column)
	if strings.HasPrefix(strings.TrimSpace(place), "::") {
		place = "./" + place // a line that begins with :: is a command in the log of a GitHub workflow
	}
	place = screen.paint(bold, place)
	return place + " " + Visible(f.Message) + " (" + screen.paint(yellow, f.Rule) + ")\n"
}

// cure says in one line what to do: what the first fix does, or what the rule recommends.
func cure(f identity.Finding) string {
	if len(f.Fixes) > 0 {
		return "fix: " + Visible(f.Fixes[0].Message)
	}
	for _, rule := range identity.Rules() {
		isOne := rule.Name == f.Rule && !strings.Contains(rule.Good, "\n") && strings.HasSuffix(f.Position.File, ".go")
		if isOne {
			return "cure: " + rule.Good
		}
	}
	return "cure: see whichid help " + f.Rule
}

func summary(findings []identity.Finding) string {
	files := make(map[string]bool)
	fixable := 0
	for _, f := range findings {
		files[f.Position.File] = true
		if len(f.Fixes) > 0 {
			fixable++
		}
	}
	text := count(len(findings), "finding") + " in " + count(len(files), "file")
	if fixable > 0 {
		text += fmt.Sprintf(", %d with a fix: whichid -fix", fixable)
	}
	return text + "\n"
}

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// What a terminal is told by the parameters of SGR (ECMA-48, 8.3.117).
const (
	bold   = "1"
	red    = "1;31"
	green  = "32"
	yellow = "33"
	blue   = "34"
)

func (s Screen) paint(as, text string) string {
	if !s.Color {
		return text
	}
	return "\x1b[" + as + "m" + text + "\x1b[0m"
}
