package literals

import (
	"slices"
	"strings"
)

// A kind is what a token is.
type kind byte

const (
	mark   kind = iota // a character, or an operator of some
	name               // a word or a number
	str                // a string literal
	opaque             // a regular expression
)

// A token is a piece of code. Comments are none.
type token struct {
	kind       kind
	start, end int
	quote      *quote
	newline    bool // the first of its line
}

const maxNested = 8 // strings within expressions within strings

// A lexer splits text into tokens.
type lexer struct {
	language

	text   string
	marks  []string    // that begin a comment up to the end of the line
	vain   map[int]int // by quote, -1 for a pattern: none that starts before this place ends
	opens  [256]bool   // bytes that comments and strings begin with
	tokens []token
}

func (l language) lexer(text string) *lexer {
	x := &lexer{language: l, text: text, marks: strings.Fields(l.line), vain: make(map[int]int)}
	for _, m := range slices.Concat(x.marks, l.block) {
		x.opens[m[0]] = true
	}
	for _, q := range l.quotes {
		x.opens[q.open[0]] = true
	}
	return x
}

// lex returns the tokens of a text.
func (l language) lex(text string) []token {
	x := l.lexer(text)
	newline := true
	for i := 0; i < len(text); {
		if end := x.comment(i); end > i {
			newline = newline || strings.Contains(text[i:end], "\n")
			i = end
			continue
		}
		if isSpace(text[i]) {
			newline = newline || text[i] == '\n'
			i++
			continue
		}
		t := x.token(i)
		t.newline = newline
		x.tokens = append(x.tokens, t)
		newline, i = false, t.end
	}
	return x.tokens
}

// comment returns the end of the comment that starts at i, or i.
func (x *lexer) comment(i int) int {
	if !x.opens[x.text[i]] {
		return i
	}
	rest := x.text[i:]
	if len(x.block) == 2 && strings.HasPrefix(rest, x.block[0]) {
		if n := strings.Index(rest[len(x.block[0]):], x.block[1]); n >= 0 {
			return i + len(x.block[0]) + n + len(x.block[1])
		}
		return len(x.text)
	}
	for _, m := range x.marks {
		if strings.HasPrefix(rest, m) {
			if n := strings.IndexByte(rest, '\n'); n >= 0 {
				return i + n
			}
			return len(x.text)
		}
	}
	return i
}

func (x *lexer) token(i int) token {
	if q, end := x.str(i, 0); q != nil {
		return token{kind: str, start: i, end: end, quote: q}
	}
	end := i
	for end < len(x.text) && isWord(x.text[end]) {
		end++
	}
	if end > i {
		return token{kind: name, start: i, end: end}
	}
	if end := x.pattern(i); end > i {
		return token{kind: opaque, start: i, end: end}
	}
	return token{kind: mark, start: i, end: i + operatorLength(x.text[i:])}
}

// operatorLength returns the length of the operator that a text begins with, as far as it must not be taken for a shorter one.
func operatorLength(s string) int {
	if len(s) > 2 {
		switch s[:3] {
		case "===", "!==", "...":
			return 3
		}
	}
	if len(s) > 1 {
		switch s[:2] {
		case "==", "!=", "=>", "->", "::", "?.", "+=", ".=", ":=", "=~", "<>", "..", "&&", "||", "??", "<=", ">=":
			return 2
		}
	}
	return 1
}

// beginsOperand reports whether the next token can begin an operand.
func (x *lexer) beginsOperand() bool {
	if len(x.tokens) == 0 {
		return true
	}
	before := x.tokens[len(x.tokens)-1]
	word := x.text[before.start:before.end]
	if before.kind == mark {
		return !isOneOf(word, ") ] }")
	}
	return isOneOf(word, "return case typeof when if and or not")
}

// pattern returns the end of the regular expression that starts at i, or i. What stands before tells it from a division.
func (x *lexer) pattern(i int) int {
	if !x.regexp || x.text[i] != '/' || i < x.vain[-1] {
		return i
	}
	if !x.beginsOperand() {
		return i
	}
	inClass, n := false, i+1
	for ; n < len(x.text) && x.text[n] != '\n'; n++ {
		switch c := x.text[n]; {
		case c == '\\':
			n++
		case c == '[':
			inClass = true
		case c == ']':
			inClass = false
		case c == '/' && !inClass:
			return n + 1
		}
	}
	x.vain[-1] = n
	return i
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'
}

// isWord reports whether a byte belongs to a name. All but ASCII do.
func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || c == '$' || c == '@' || c >= 0x80
}
