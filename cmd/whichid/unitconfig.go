package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A unitConfig is what the go command says of a package that a vet tool is to analyze, as far as it tells whether there can be anything
// to find. The names are those of unitchecker.Config.
type unitConfig struct {
	ID          string
	GoFiles     []string
	ImportMap   map[string]bool // the imports of all files; there may be more
	PackageVetx []string        // the files with the facts of the packages that are imported
	VetxOnly    bool            // only facts are asked for
	VetxOutput  string          // the file for facts
	Stdout      string          // the file for what is printed
	FixArchive  string          // the zip archive for the files that are fixed
}

// parseUnitConfig reads JSON as the go command writes it, with one value a line, and tabs that say how deep it stands. Text that
// looks otherwise is an error. Package json would take longer than all else that is done for most units.
//
// The layout is that of json.MarshalIndent in Builder.vet of the go command (its package work, exec.go), go1.25.0 and go1.26.8.
func parseUnitConfig(text string) (*unitConfig, error) {
	lines, opens := strings.CutPrefix(text, "{\n")
	lines, closes := strings.CutSuffix(lines, "\n}\n")
	if !opens || !closes {
		return nil, errors.New("not one value a line")
	}
	c := &unitConfig{ImportMap: make(map[string]bool)}
	name := ""
	for line := range strings.SplitSeq(lines, "\n") {
		value, inner := strings.CutPrefix(strings.TrimSuffix(line, ","), "\t\t")
		if !inner {
			name, value, _ = strings.Cut(strings.TrimSpace(value), ": ")
		}
		switch value {
		case "[", "{", "[]", "{}", "null", "": // what is in it follows, if anything
			continue
		}
		if err := c.set(name, value); err != nil {
			return nil, fmt.Errorf("%s: %w", line, err)
		}
	}
	return c, nil
}

// set takes a value, or one of those in a list or an object.
func (c *unitConfig) set(name, text string) (err error) {
	switch name {
	case `"ID"`:
		c.ID, err = strconv.Unquote(text)
	case `"GoFiles"`:
		var file string
		file, err = strconv.Unquote(text)
		c.GoFiles = append(c.GoFiles, file)
	case `"ImportMap"`:
		var path string
		path, _, err = unquotePair(text)
		c.ImportMap[path] = true
	case `"PackageVetx"`:
		var file string
		_, file, err = unquotePair(text)
		c.PackageVetx = append(c.PackageVetx, file)
	case `"VetxOnly"`:
		c.VetxOnly, err = strconv.ParseBool(text)
	case `"VetxOutput"`:
		c.VetxOutput, err = strconv.Unquote(text)
	case `"Stdout"`:
		c.Stdout, err = strconv.Unquote(text)
	case `"FixArchive"`:
		c.FixArchive, err = strconv.Unquote(text)
	}
	return err
}

// unquotePair reads "first": "second".
func unquotePair(text string) (first, second string, err error) {
	if first, err = strconv.QuotedPrefix(text); err != nil {
		return "", "", err
	}
	second, ok := strings.CutPrefix(text[len(first):], ": ")
	if !ok {
		return "", "", strconv.ErrSyntax
	}
	first, err = strconv.Unquote(first)
	if err == nil {
		second, err = strconv.Unquote(second)
	}
	return first, second, err
}
