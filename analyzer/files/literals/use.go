package literals

import (
	"slices"
	"strings"
)

const maxAround = 5 // calls around a string

// isQuiet reports whether an expression is a text to compare with, to print or to put together further, and no request.
func (c *code) isQuiet(e span) bool {
	for range maxAround {
		if c.isOperand(e) {
			return true
		}
		open := c.around(e.from)
		if open < 0 || c.word(open) == "{" {
			return false
		}
		if callee := c.callee(open); c.word(open) == "(" && (isTalk(callee) || isBuilder(callee)) {
			return true
		}
		end := c.partner[open]
		if end < 0 {
			return false
		}
		if c.word(end+1) == "." && isBuilder(c.word(end+2)) {
			return true
		}
		e = c.expression(open)
		if c.talksIn(span{e.from, open}) { // Have: nock(host).get("…")
			return true
		}
		e.to = max(e.to, end+1)
	}
	return false
}

// isOperand reports whether an expression is compared, is joined to something, is the key of an object, or is printed.
//
// Have: x == "…"; ("…") + x; { "…": x }; puts "…"
func (c *code) isOperand(e span) bool {
	before, behind := c.word(e.from-1), c.word(e.to)
	switch {
	case isComparison(before), isComparison(behind), c.isJoin(e.from - 1), c.isJoin(e.to), behind == "=>":
		return true
	case behind == ":" && (before == "{" || before == ","):
		return true
	}
	return c.is(e.from-1, name) && isTalk(before)
}

func (c *code) talksIn(e span) bool {
	for i := e.from; i < e.to; i++ {
		if c.is(i, name) && isTalk(c.word(i)) {
			return true
		}
	}
	return false
}

// callee returns the name of what is called at a bracket.
//
// Have: f(, a.f(, format!(, f<T>(
func (c *code) callee(open int) string {
	for i := open - 1; i >= max(0, open-4); i-- {
		if c.is(i, name) {
			return c.word(i)
		}
	}
	return ""
}

// around returns the bracket around token i, or -1.
func (c *code) around(i int) int {
	for i--; i >= 0; i-- {
		switch c.word(i) {
		case "(", "[", "{":
			return i
		case ")", "]", "}":
			if c.partner[i] < 0 {
				return -1
			}
			i = c.partner[i]
		}
	}
	return -1
}

func isComparison(word string) bool {
	return slices.Contains([]string{"==", "!=", "===", "!==", "=~", "case", "when", "in", "is", "like", "eq", "ne"}, word)
}

// isTalk reports whether a function prints, compares or pretends, by its name.
func isTalk(callee string) bool {
	callee = strings.ToLower(callee)
	if isOneOf(callee, "it p say get_mock on it_behaves_like context test throw raise die") {
		return true
	}
	return slices.ContainsFunc([]string{
		"log", "print", "puts", "echo", "write", "expect", "assert", "equal", "match", "contain", "include", "startswith", "endswith",
		"indexof", "starts_with", "ends_with", "mock", "stub", "nock", "intercept", "verify", "when", "given", "error", "exception", "warn",
		"debug", "info", "trace", "describe", "should", "regex", "pattern", "replace", "split", "comment", "help", "usage", "panic",
		"require", "import", "obsolete",
	}, func(word string) bool { return strings.Contains(callee, word) })
}

// isBuilder reports whether a function may add to a text, by its name.
func isBuilder(callee string) bool {
	callee = strings.ToLower(callee)
	words := []string{"append", "concat", "add", "push", "join", "combine", "builder", "set", "with", "query", "param", "put"}
	return slices.ContainsFunc(words,
		func(word string) bool { return strings.HasPrefix(callee, word) || strings.HasSuffix(callee, word) })
}

// mayNameID reports whether the code around an expression speaks of an ID, which may then be added to the request: the function
// around it, or the whole file if it is in none.
func (c *code) mayNameID(e span) bool {
	from, to := c.function(e.from)
	isFile := to == len(c.tokens)
	for i := from; i < to; i++ {
		if i >= e.from && i < e.to {
			continue
		}
		t := c.tokens[i]
		if (t.kind == str || t.kind == name && !isFile) && speaksOfID(c.source[t.start:t.end]) {
			return true
		}
	}
	return false
}

// function returns the tokens of the outermost block around token i that is no type, and what stands before it, or all tokens.
func (c *code) function(i int) (from, to int) {
	from, to = 0, len(c.tokens)
	for open := c.around(i); open >= 0; open = c.around(open) {
		if c.word(open) != "{" {
			continue
		}
		header := open
		for header > 0 && open-header < 60 && !slices.Contains([]string{";", "{", "}"}, c.word(header-1)) {
			header--
		}
		if c.partner[open] < 0 || c.isType(span{header, open}) {
			break
		}
		from, to = header, c.partner[open]
	}
	return from, to
}

func (c *code) isType(header span) bool {
	for i := header.from; i < header.to; i++ {
		if isOneOf(c.word(i), "class struct interface namespace module impl enum trait object record mod extension extern union") {
			return true
		}
	}
	return false
}
