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

// str returns the form and the end of the string that starts at i. The end is -1 if there is one that does not end.
func (x *lexer) str(i, depth int) (*quote, int) {
	if !x.opens[x.text[i]] || i > 0 && isWord(x.text[i]) && isWord(x.text[i-1]) {
		return nil, i
	}
	for n := range x.quotes {
		q := &x.quotes[n]
		if !strings.HasPrefix(x.text[i:], q.open) || i < x.vain[n] {
			continue
		}
		end, until := x.closed(q, i+len(q.open), depth)
		if end > 0 {
			return q, end
		}
		if depth == 0 {
			x.vain[n] = until
		}
		return nil, -1
	}
	return nil, i
}

// closed returns the end of a string whose content starts at i, or 0 and how far it was looked for.
func (x *lexer) closed(q *quote, i, depth int) (end, until int) {
	start := i
	for i < len(x.text) {
		rest := x.text[i:]
		switch {
		case q.opensHole(rest):
			end, until := x.expression(i+len(q.hole), q, depth+1)
			if end == 0 {
				return 0, until
			}
			i = end
		case q.escape == slashed && rest[0] == '\\':
			i += 2
		case q.escape == doubled && strings.HasPrefix(rest, q.close+q.close):
			i += 2 * len(q.close)
		case strings.HasPrefix(rest, q.close):
			return i + len(q.close), 0
		case rest[0] == '\n' && !q.lines, q.short && i-start > 12:
			return 0, i
		case strings.HasPrefix(rest, "{{"):
			i += 2
		default:
			i++
		}
	}
	return 0, len(x.text)
}

// opensHole reports whether an expression begins here. Two braces are one brace where one begins an expression.
func (q *quote) opensHole(s string) bool {
	return q.hole != "" && strings.HasPrefix(s, q.hole) && (q.hole != "{" || !strings.HasPrefix(s, "{{"))
}

// expression returns the end of an expression within a string, or 0 and how far it was looked for.
func (x *lexer) expression(i int, q *quote, depth int) (end, until int) {
	if depth > maxNested {
		return 0, i
	}
	open := q.hole[len(q.hole)-1]
	if open == '$' { // {$x}
		open = '{'
	}
	ends := byte('}')
	if open == '(' {
		ends = ')'
	}
	for level := 1; i < len(x.text); {
		if inner, end := x.str(i, depth); inner != nil {
			i = end
			continue
		} else if end < 0 {
			return 0, i // what is tried once more at each level takes for ever
		}
		switch c := x.text[i]; {
		case c == open:
			level++
		case c == ends:
			level--
		case c == '\n' && !q.lines:
			return 0, i
		}
		i++
		if level == 0 {
			if strings.HasPrefix(q.hole, "{{") {
				i += len(x.text[i:]) - len(strings.TrimPrefix(x.text[i:], "}"))
			}
			return i, 0
		}
	}
	return 0, len(x.text)
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
