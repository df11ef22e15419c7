package batch

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

// A scanner splits a script into commands and words, in one pass.
type scanner struct {
	t  excerpt.Text
	s  string
	at int
}

func (s *scanner) peek(n int) byte {
	if s.at+n < len(s.s) {
		return s.s[s.at+n]
	}
	return 0
}

// command reads the words up to the end of a command. A comment has none.
func (s *scanner) command() []word {
	var out []word
	for s.at < len(s.s) {
		c := s.s[s.at]
		switch {
		case s.passed(len(out) == 0):
		case strings.IndexByte("\r\n&|()", c) >= 0:
			s.at++
			return out
		case len(out) == 0 && c == ':':
			s.toLineEnd()
		default:
			out = append(out, s.word())
			if len(out) == 1 && strings.EqualFold(strings.TrimPrefix(out[0].text.String(), "@"), "rem") {
				s.toLineEnd()
			}
		}
	}
	return out
}

// passed passes over what is no part of a word: blanks, continued lines, redirections, and what may stand before a command.
func (s *scanner) passed(first bool) bool {
	c, next := s.s[s.at], s.peek(1)
	switch {
	case strings.IndexByte(" \t,;", c) >= 0, c == '(' && first, isDigit(c) && (next == '<' || next == '>'):
		s.at++
	case c == '^' && (next == '\n' || next == '\r'):
		s.at++
		s.lineEnd()
	case c == '<' || c == '>':
		s.redirection()
	default:
		return false
	}
	return true
}

func (s *scanner) lineEnd() {
	if s.peek(0) == '\r' {
		s.at++
	}
	if s.peek(0) == '\n' {
		s.at++
	}
}

func (s *scanner) toLineEnd() {
	for s.at < len(s.s) && s.s[s.at] != '\n' {
		s.at++
	}
}

// redirection passes over one.
//
// Have: >nul, 2>&1
func (s *scanner) redirection() {
	for s.peek(0) == '<' || s.peek(0) == '>' {
		s.at++
	}
	if s.peek(0) == '&' {
		s.at++
	}
	for s.peek(0) == ' ' {
		s.at++
	}
	if s.at < len(s.s) && strings.IndexByte("\r\n&|", s.s[s.at]) < 0 {
		before := s.at
		if s.word(); s.at == before {
			s.at++
		}
	}
}

// word reads a word: what is in quotes belongs to it, and variables are holes.
func (s *scanner) word() word {
	var b excerpt.Builder
	start, quoted := s.at, false
	for s.at < len(s.s) {
		c, from := s.s[s.at], s.at
		switch {
		case c == '\n' || c == '\r' || !quoted && strings.IndexByte(" \t,;&|<>()", c) >= 0:
			return word{b.Text(), start, s.at}
		case c == '"':
			quoted = !quoted
			s.at++
		case c == '^' && !quoted:
			if s.at++; s.peek(0) == '\r' || s.peek(0) == '\n' {
				s.lineEnd()
				continue
			}
			if s.at < len(s.s) {
				s.at++
				b.Keep(s.t.Slice(s.at-1, s.at))
			}
		case (c == '%' || c == '!') && s.variable(c):
			b.Put(string(identity.Unknown()), s.t.Slice(from, s.at))
		default:
			s.at++
			b.Keep(s.t.Slice(from, s.at))
		}
	}
	return word{b.Text(), start, s.at}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// variable passes over one.
//
// Have: %NAME%, !NAME!, %1, %~dp0, %%i
func (s *scanner) variable(mark byte) bool {
	if mark == '%' && s.peek(1) == '%' {
		s.at += min(3, len(s.s)-s.at)
		return true
	}
	if mark == '%' && (isDigit(s.peek(1)) || s.peek(1) == '*') {
		s.at += 2
		return true
	}
	const longest = 128
	line := s.s[s.at+1 : min(len(s.s), s.at+1+longest)]
	if mark == '%' && s.peek(1) == '~' {
		if n := strings.IndexAny(line, "0123456789\r\n\t "); n > 0 && isDigit(line[n]) {
			s.at += n + 2
			return true
		}
	}
	n := strings.IndexAny(line, string(rune(mark))+"\r\n \"&|")
	if n <= 0 || line[n] != mark {
		return false
	}
	s.at += n + 2
	return true
}
