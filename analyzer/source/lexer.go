package source

import "bytes"

// A lexer splits the text of a Go file into tokens, as far as it takes to find declarations and their bodies. It is several times
// as fast as go/scanner, since it makes no strings, counts no lines and finds no faults: what it does not expect is left to the parser.
type lexer struct {
	text []byte
	from int  // where the token begins
	at   int  // where it ends
	line bool // a line begins in front of it
	open bool // a comment or a string of several lines does not end
}

// The kinds of tokens that are not a character of their own.
const (
	end     = 0
	word    = 'a' // an identifier or a keyword
	literal = '"' // a string, a character or a number
)

// next goes to the next token and returns its kind.
func (l *lexer) next() byte {
	l.blanks()
	l.from = l.at
	if l.at == len(l.text) {
		return end
	}
	switch c := l.text[l.at]; {
	case isLetter(c):
		for l.at < len(l.text) && (isLetter(l.text[l.at]) || isDigit(l.text[l.at])) {
			l.at++
		}
		return word
	case c == '"' || c == '\'' || c == '`':
		l.quoted()
		return literal
	case isDigit(c):
		l.at++
		return literal
	default:
		l.at++
		return c
	}
}

// blanks goes behind blanks, ends of lines and comments.
func (l *lexer) blanks() {
	l.line = false
	for l.at < len(l.text) {
		switch l.text[l.at] {
		case '\n':
			l.line = true
		case ' ', '\t', '\r':
		case '/':
			if l.comment() {
				continue
			}
			return
		default:
			return
		}
		l.at++
	}
}

// token returns the text of the token.
func (l *lexer) token() []byte { return l.text[l.from:l.at] }

// is reports whether the token is a certain word.
func (l *lexer) is(word string) bool { return string(l.token()) == word }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c >= 0x80 }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// comment goes behind a comment, or tells that there is none. A line ends behind a comment that ends with it.
func (l *lexer) comment() bool {
	rest := l.text[l.at:]
	switch {
	case bytes.HasPrefix(rest, []byte("//")):
		if n := bytes.IndexByte(rest, '\n'); n >= 0 {
			l.at += n
		} else {
			l.at = len(l.text)
		}
	case bytes.HasPrefix(rest, []byte("/*")):
		l.behind("*/", 2)
		l.line = l.line || bytes.IndexByte(rest[:len(rest)-len(l.text)+l.at], '\n') >= 0
	default:
		return false
	}
	return true
}

// behind goes behind what ends a comment or a string, whose beginning takes some bytes.
func (l *lexer) behind(what string, beginning int) {
	if n := bytes.Index(l.text[l.at+beginning:], []byte(what)); n >= 0 {
		l.at += beginning + n + len(what)
		return
	}
	l.at, l.open = len(l.text), true
}

// quoted goes behind a string or a character. One that is not closed ends with its line.
func (l *lexer) quoted() {
	quote := l.text[l.at]
	if quote == '`' {
		l.behind("`", 1)
		return
	}
	for l.at++; l.at < len(l.text); l.at++ {
		switch l.text[l.at] {
		case '\\':
			l.at++
		case quote:
			l.at++
			return
		case '\n':
			return
		}
	}
	l.at = len(l.text)
}

// block goes behind a block, whose brace is the token, and reports whether it ends.
func (l *lexer) block() bool {
	depth := 1
	for l.at < len(l.text) {
		switch l.text[l.at] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				l.at++
				return true
			}
		case '"', '\'', '`':
			l.quoted()
			continue
		case '/':
			if l.comment() {
				continue
			}
		}
		l.at++
	}
	return false
}
