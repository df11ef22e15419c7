package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A finding is what all drivers tell of one.
type finding struct {
	file      string // absolute, or relative to the module
	at        string // line:column
	rule      string
	message   string
	fixes     []fix
	tellFixes bool
}

type fix struct {
	Message string `json:"message"`
	Edits   []edit `json:"edits"`
}

type edit struct {
	File     string `json:"file"`     // of the command
	Filename string `json:"filename"` // of other drivers
	Start    int    `json:"start"`
	End      int    `json:"end"`
	New      string `json:"new"`
}

// readReport reads the report of the command.
func readReport(text []byte) ([]finding, error) {
	var report struct {
		Findings []struct {
			File       string `json:"file"`
			Line       int    `json:"line"`
			Column     int    `json:"column"`
			Rule       string `json:"rule"`
			Message    string `json:"message"`
			Suppressed string `json:"suppressed"`
			Fixes      []fix  `json:"fixes"`
		} `json:"findings"`
		Errors []any `json:"errors"`
	}
	if err := json.Unmarshal(text, &report); err != nil {
		return nil, err
	}
	if len(report.Errors) > 0 {
		return nil, fmt.Errorf("errors: %v", report.Errors)
	}
	var out []finding
	for _, f := range report.Findings {
		if f.Suppressed == "" {
			out = append(out, finding{f.File, fmt.Sprintf("%d:%d", f.Line, f.Column), f.Rule, f.Message, f.Fixes, true})
		}
	}
	return out, nil
}

// readDiagnostics reads what drivers of golang.org/x/tools/go/analysis print with -json: objects of packages of analyzers, each with a
// list of diagnostics, or an object with an error.
func readDiagnostics(text []byte) ([]finding, error) {
	var out []finding
	for decoder := json.NewDecoder(bytes.NewReader(text)); ; {
		var packages map[string]map[string]json.RawMessage
		if err := decoder.Decode(&packages); err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return out, err
		}
		for path, analyzers := range packages {
			for _, text := range analyzers {
				of, err := readPackage(text)
				if err != nil {
					return nil, fmt.Errorf("%s: %w: %s", path, err, text)
				}
				out = append(out, of...)
			}
		}
	}
}

func readPackage(text []byte) (out []finding, err error) {
	var diagnostics []struct {
		Category string `json:"category"`
		Posn     string `json:"posn"`
		Message  string `json:"message"`
		Fixes    []fix  `json:"suggested_fixes"` //nolint:tagliatelle // it is theirs
	}
	err = json.Unmarshal(text, &diagnostics)
	for _, d := range diagnostics {
		file, at := cutPosition(d.Posn)
		out = append(out, finding{file, at, d.Category, d.Message, d.Fixes, true})
	}
	return out, err
}

// Have: file.go:line:column
func cutPosition(s string) (file, at string) {
	column := strings.LastIndexByte(s, ':')
	line := strings.LastIndexByte(s[:max(column, 0)], ':')
	if line < 0 {
		return s, ""
	}
	return s[:line], s[line+1:]
}

// readIssues reads golangci-lint's report, whose names begin in upper case: package json does not mind. The plugin puts the rule in front
// of the message.
func readIssues(text []byte) ([]finding, error) {
	var report struct {
		Issues []struct {
			FromLinter string `json:"fromLinter"`
			Text       string `json:"text"`
			Pos        struct {
				Filename string `json:"filename"`
				Line     int    `json:"line"`
				Column   int    `json:"column"`
			} `json:"pos"`
		} `json:"issues"`
	}
	if err := json.NewDecoder(bytes.NewReader(text)).Decode(&report); err != nil {
		return nil, err
	}
	var out []finding
	for _, issue := range report.Issues {
		rule, message, _ := strings.Cut(issue.Text, ": ")
		if issue.FromLinter != "whichid" {
			return nil, fmt.Errorf("%s:%d: %s: %s", issue.Pos.Filename, issue.Pos.Line, issue.FromLinter, issue.Text)
		}
		at := fmt.Sprintf("%d:%d", issue.Pos.Line, issue.Pos.Column)
		out = append(out, finding{issue.Pos.Filename, at, rule, message, nil, false})
	}
	return out, nil
}
