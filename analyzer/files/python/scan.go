package python

import "strings"

// maxRetries bounds how often a string with fields that turns out to be none is read again.
const maxRetries = 16

// A frame is something that is open where the scanner stands: a bracket, or a string with fields.
type frame struct {
	token    int  // that opened it
	bracket  byte // ( [ { or 0 for a string
	field    bool // a bracket that is a field of a string
	spec     bool // a field of which the scanner reads the format
	quote    byte // of the string, or of the string that the field belongs to
	triple   bool
	raw      bool
	brackets [3]int // how many of each kind of bracket are open since the last string
}

// A scanner makes tokens. No text is an error: what makes no sense becomes tokens that make no sense.
type scanner struct {
	src     string
	pos     int
	out     []token
	stack   []frame
	retries int
	bol     bool // nothing but space stands before pos in its line
}

// scan splits the source of a program into tokens.
func scan(src string) []token {
	s := scanner{src: src, pos: beginning(src), out: make([]token, 0, len(src)/4), bol: true}
	for {
		for s.pos < len(s.src) {
			if f := s.top(); f != nil && (f.bracket == 0 || f.spec) {
				s.content(f)
			} else {
				s.code()
			}
		}
		if !s.fail(s.outermostString()) { // one that is open at the end of the source is none
			break
		}
	}
	s.newline(s.pos)
	return s.out
}

// beginning returns where the text begins, behind a byte order mark.
func beginning(src string) int {
	if strings.HasPrefix(src, "\ufeff") {
		return len("\ufeff")
	}
	return 0
}

func (s *scanner) top() *frame {
	if len(s.stack) == 0 {
		return nil
	}
	return &s.stack[len(s.stack)-1]
}

// byteAt returns the byte that stands i behind the scanner, or 0.
func (s *scanner) byteAt(i int) byte {
	if s.pos+i >= len(s.src) {
		return 0
	}
	return s.src[s.pos+i]
}

// add appends a token that ends n bytes behind the scanner, and goes there.
func (s *scanner) add(k kind, n int) {
	n = min(n, len(s.src)-s.pos)
	s.out = append(s.out, token{k, s.pos, s.pos + n, -1})
	s.pos += n
	s.bol = false
}

func (s *scanner) newline(at int) {
	if n := len(s.out); n > 0 && s.out[n-1].kind != newline {
		s.out = append(s.out, token{newline, at, at, -1})
	}
}

// code reads one token outside of strings.
func (s *scanner) code() {
	switch c := s.src[s.pos]; {
	case isNameStart(c):
		s.word()
	case isSpace(c) && (c != '\r' || s.byteAt(1) == '\n'):
		s.pos++
	case isDigit(c) || c == '.' && isDigit(s.byteAt(1)):
		s.add(number, s.numberLength())
	default:
		s.other(c)
	}
}

// other reads what is neither space nor a name nor a number.
func (s *scanner) other(c byte) {
	switch c {
	case '\n', '\r':
		s.line()
	case '#':
		s.skipLine()
	case '\\':
		s.joined()
	case '"', '\'':
		s.quoted("")
	case '(', '[', '{':
		s.push(frame{bracket: c})
	case ')', ']', '}':
		s.pop(c)
	default:
		isMagic := c == '!' || c == '%'
		switch {
		case c == ';' && len(s.stack) == 0:
			s.newline(s.pos)
			s.pos++
		case isMagic && s.startsStatement():
			s.magic()
		default:
			s.sign(c)
		}
	}
}

// line ends a line.
func (s *scanner) line() {
	if len(s.stack) == 0 {
		s.newline(s.pos)
	}
	s.pos++
	s.bol = true
}

func (s *scanner) skipLine() {
	for s.pos < len(s.src) && s.src[s.pos] != '\n' {
		s.pos++
	}
}

// joined skips a backslash and the end of the line behind it.
func (s *scanner) joined() {
	s.pos++
	if s.byteAt(0) == '\r' {
		s.pos++
	}
	if s.byteAt(0) == '\n' {
		s.pos++
	}
}

// startsStatement reports whether nothing stands before the scanner in the statement, or what a notebook's command is assigned to.
func (s *scanner) startsStatement() bool {
	if len(s.stack) > 0 {
		return false
	}
	if len(s.out) == 0 {
		return true
	}
	last := s.out[len(s.out)-1]
	return last.kind == newline || last.kind == op && s.src[last.from:last.to] == "="
}

// magic reads a line of a notebook that is no Python, with what its backslashes join to it.
func (s *scanner) magic() {
	rest, n := s.src[s.pos:], 0
	for n < len(rest) && rest[n] != '\n' && !strings.HasPrefix(rest[n:], "\r\n") {
		switch {
		case strings.HasPrefix(rest[n:], "\\\r\n"):
			n += len("\\\r\n")
		case rest[n] == '\\':
			n += min(len(rest)-n, len(`\n`))
		default:
			n++
		}
	}
	s.add(magic, n)
}

// word reads a name, a keyword, or the prefix of a string with it.
func (s *scanner) word() {
	n := 1
	for s.pos+n < len(s.src) && isNamePart(s.src[s.pos+n]) {
		n++
	}
	word := s.src[s.pos : s.pos+n]
	if c := s.byteAt(n); (c == '"' || c == '\'') && isPrefix(word) {
		s.quoted(word)
		return
	}
	if s.bol && len(s.stack) > 0 && opensStatement(word) && s.recover() {
		return
	}
	s.add(name, n)
}

// recover gives up on brackets that were never closed, or on the string whose field they stand in.
func (s *scanner) recover() (moved bool) {
	if i := s.innermostString(); i >= 0 {
		return s.fail(i)
	}
	s.stack = s.stack[:0]
	s.newline(s.pos)
	return false
}

// sign reads an operator, or the colon behind which a field has its format.
func (s *scanner) sign(c byte) {
	if f := s.top(); f != nil && f.field && c == ':' {
		f.spec = true
		s.add(op, 1)
		return
	}
	s.add(op, s.signLength(c))
}

func (s *scanner) signLength(c byte) int {
	next := s.byteAt(1)
	switch c {
	case '*', '/', '<', '>':
		if next == c {
			if s.byteAt(2) == '=' {
				return 3
			}
			return 2
		}
		if c == '<' && next == '>' {
			return 2
		}
	case '-':
		if next == '>' {
			return 2
		}
	case '.':
		if next == '.' && s.byteAt(2) == '.' {
			return 3
		}
		return 1
	case '`', ',', '~', '?', '$', ';':
		return 1
	}
	if next == '=' {
		return 2
	}
	return 1
}
