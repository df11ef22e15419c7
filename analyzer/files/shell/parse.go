package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

const (
	maxErrors  = 20   // of a script that is still read
	maxNesting = 1000 // of brackets: the parser recurses far for each

	// A stack has its bounds, too: 1 GB. Beyond shallow a script could be deep enough without brackets.
	maxScript = 1 << 20   // bytes, as of all files
	shallow   = 256 << 10 // bytes
	maxChain  = 20_000    // operators of one statement
)

// Parses reports whether a script has no syntax errors.
func Parses(text string) bool { return parse(text, false) != nil }

// parse returns the syntax of a script, or nil. The parser's fuzzing has found panics before
// (https://github.com/mvdan/sh/issues/1098); a script that it cannot read is one that is not judged.
// Of a file with syntax errors the rest is still read, if recovers is set; one word with an error may be no script at all.
func parse(text string, recovers bool) (file *syntax.File) {
	defer func() {
		if recover() != nil {
			file = nil
		}
	}()
	if nesting(text) > maxNesting || len(text) > shallow && isChain(text) {
		return nil
	}
	file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(text), "")
	if err != nil && recovers {
		file, err = syntax.NewParser(syntax.Variant(syntax.LangBash), syntax.RecoverErrors(maxErrors)).Parse(strings.NewReader(text), "")
	}
	if err != nil {
		return nil
	}
	return file
}

// nesting returns how deep brackets seem to stand in one another.
func nesting(text string) int {
	depth, deepest := 0, 0
	for i := range len(text) {
		switch text[i] {
		case '(', '{', '`', '[':
			depth++
		case ')', '}', ']':
			depth = max(depth-1, 0)
		}
		deepest = max(deepest, depth)
	}
	return deepest
}

// isChain reports whether a script seems to have a statement with so many operators, for each of which the parser may recurse. A line
// that ends or begins with one goes on.
func isChain(text string) bool {
	const operators = "&|+-*/%?:,!~=<>^\\"
	chain, last := 0, byte('\n')
	for i := range len(text) {
		c := text[i]
		isOperator := strings.IndexByte(operators, c) >= 0
		switch {
		case c == ' ' || c == '\t' || c == '\r':
			continue
		case c == '\n' && strings.IndexByte(operators, last) >= 0:
			continue
		case isOperator:
			chain++
		case last == '\n':
			chain = 0
		}
		if chain > maxChain {
			return true
		}
		last = c
	}
	return strings.Count(text, "time")+strings.Count(text, "()") > maxChain // each may stand before the next one
}
