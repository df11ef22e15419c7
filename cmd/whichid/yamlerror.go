package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkText finds the characters that no YAML has: the library does not say where they are.
func checkText(name string, text []byte) error {
	line, column := 1, 1
	for rest := text; len(rest) > 0; column++ {
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			return fmt.Errorf("%s:%d:%d: not UTF-8: write the file in that encoding", name, line, column)
		case unicode.IsControl(r) && !strings.ContainsRune("\t\r\n\u0085", r):
			return fmt.Errorf("%s:%d:%d: the control character %q: use text", name, line, column, r)
		case r == '\n':
			line, column = line+1, 0
		}
		rest = rest[size:]
	}
	return nil
}

// syntaxError gives an error of the library its place.
func syntaxError(name, text string, err error) error {
	match := regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`).FindStringSubmatch(err.Error())
	if match == nil {
		return fmt.Errorf("%s: not YAML: %w", name, err)
	}
	problem := match[2]
	line, _ := strconv.Atoi(match[1])
	switch anchor := regexp.MustCompile(`^unknown anchor '(.*)' referenced$`).FindStringSubmatch(problem); {
	case anchor != nil:
		before, _, _ := strings.Cut(text, "*"+anchor[1])
		line = 1 + strings.Count(before, "\n")
	case line == 0:
		line = 1 // the library counts lines from 0, and does not say that
	case regexp.MustCompile(`^did not find expected (?:'|key|node|<)`).MatchString(problem):
		line++ // errors of the parser, unlike those of the scanner, have this count (go.yaml.in/yaml/v3@v3.0.6 decode.go)
	}
	for _, hint := range hints() {
		if strings.Contains(problem, hint.problem) {
			problem += ": " + hint.cure
		}
	}
	return fmt.Errorf("%s:%d: not YAML: %s", name, line, problem)
}

type hint struct{ problem, cure string }

// hints are the cures for errors of the library that do not say theirs.
func hints() []hint {
	return []hint{
		{"alphabetic or numeric character", "put a value that begins with * in quotes"},
		{"unknown anchor", "put a value that begins with * in quotes"},
		{"tab character", "use spaces"},
		{"cannot start any token", "indent with spaces, and put a value that begins with @, % or ` in quotes"},
		{"mapping values are not allowed", "put a value with a colon in quotes"},
	}
}
