package report

import (
	"errors"
	"io"
	"slices"
	"strings"
)

// A Format is one way to write a report.
type Format struct {
	Name  string
	Use   string // what it is for
	Holds string // besides findings
	Write func(w io.Writer, r *Report) error
}

// What a format can hold besides findings.
const (
	holdsErrors     = "errors"
	holdsFixes      = "fixes"
	holdsSuppressed = "what is suppressed"
)

// Formats returns every format; the first is the default.
func Formats() []Format {
	return []Format{
		{"text", "people, and editors: a line for each finding; on a terminal its source and its cure too", "", writeText},
		{"json", "programs: all there is, as one object", holdsFixes + ", " + holdsSuppressed + ", " + holdsErrors, writeJSON},
		{"sarif", "code scanning, and viewers of SARIF 2.1.0", holdsFixes + ", " + holdsSuppressed + ", " + holdsErrors, writeSARIF},
		{"github", "annotations of a GitHub workflow", holdsErrors, writeGitHub},
		{"rdjson", "reviewdog, with suggestions", holdsFixes + ", " + holdsErrors, writeRDJSON},
		{"checkstyle", "whatever reads Checkstyle's XML", holdsErrors, writeCheckstyle},
		{"gitlab", "the Code Quality report of GitLab", "", writeGitLab},
	}
}

// FormatNames returns the names of the formats.
func FormatNames() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}

// FormatOf returns the format of a name. Its error says which there are.
func FormatOf(name string) (Format, error) {
	formats := Formats()
	at := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name })
	if at < 0 {
		return Format{}, errors.New("use one of " + strings.Join(FormatNames(), ", "))
	}
	return formats[at], nil
}
