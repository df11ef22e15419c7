package python

import (
	"slices"
	"strings"
)

// slot returns which count of a frame a bracket has.
func slot(bracket byte) int {
	switch bracket {
	case '(', ')':
		return 0
	case '[', ']':
		return 1
	}
	return 2
}

// push opens a bracket.
func (s *scanner) push(f frame) {
	if top := s.top(); top != nil && top.bracket != 0 {
		f.brackets = top.brackets
	}
	f.brackets[slot(f.bracket)]++
	f.token = len(s.out)
	s.stack = append(s.stack, f)
	s.add(open, 1)
}

// pop closes a bracket, and those inside it that were not closed. One that was never opened closes nothing.
func (s *scanner) pop(c byte) {
	f := s.top()
	if f == nil || f.brackets[slot(c)] == 0 {
		if f != nil && f.field && s.fail(s.innermostString()) {
			return
		}
		s.add(closing, 1)
		return
	}
	for {
		f = s.top()
		opened, isIt := f.token, slot(f.bracket) == slot(c)
		s.stack = s.stack[:len(s.stack)-1]
		if isIt {
			s.out[opened].match = len(s.out)
			s.add(closing, 1)
			s.out[len(s.out)-1].match = opened
			return
		}
	}
}

func (s *scanner) innermostString() int {
	for i, f := range slices.Backward(s.stack) {
		if f.bracket == 0 {
			return i
		}
	}
	return -1
}

// fail reads the string of frame i again, as one without fields. After a number of such strings, those to come are read without
// fields at once, so that no text is read more than a number of times. It reports whether there is such a string.
func (s *scanner) fail(i int) bool {
	if s.retries >= maxRetries {
		i = s.outermostString()
	}
	if i < 0 {
		return false
	}
	begun := s.stack[i].token
	s.pos = s.out[begun].from
	s.out = s.out[:begun]
	s.stack = s.stack[:i]
	s.retries++
	n := 0
	for s.src[s.pos+n] != '"' && s.src[s.pos+n] != '\'' {
		n++
	}
	s.whole(n)
	return true
}

func (s *scanner) outermostString() int {
	return slices.IndexFunc(s.stack, func(f frame) bool { return f.bracket == 0 })
}

// quoted reads a string behind its prefix, or opens it if it has fields.
func (s *scanner) quoted(prefix string) {
	n := len(prefix)
	if !hasFields(prefix) || s.retries >= maxRetries {
		s.whole(n)
		return
	}
	f := frame{token: len(s.out), quote: s.byteAt(n), raw: isRaw(prefix)}
	size := 1
	if s.byteAt(n+1) == f.quote && s.byteAt(n+2) == f.quote {
		f.triple, size = true, 3
	}
	s.stack = append(s.stack, f)
	s.add(begin, n+size)
}

// whole reads a string without fields, whose prefix has n bytes. One that is not closed ends with its line.
func (s *scanner) whole(n int) {
	quote := s.byteAt(n)
	if s.byteAt(n+1) == quote && s.byteAt(n+2) == quote {
		s.add(plain, tripleLength(s.src[s.pos:], n+3, quote))
		return
	}
	i := s.pos + n + 1
	for ; i < len(s.src); i++ {
		switch s.src[i] {
		case quote:
			s.add(plain, i+1-s.pos)
			return
		case '\\':
			if i++; i+1 < len(s.src) && s.src[i] == '\r' && s.src[i+1] == '\n' {
				i++
			}
		case '\n':
			if inner := s.innermostString(); inner >= 0 && s.fail(inner) {
				return
			}
			if s.src[i-1] == '\r' {
				i--
			}
			s.add(plain, i-s.pos)
			return
		}
	}
	s.add(plain, i-s.pos)
}

// tripleLength returns the length of a string with three quotes on each side, of which n bytes were read.
func tripleLength(src string, n int, quote byte) int {
	for ; n < len(src); n++ {
		switch {
		case src[n] == '\\':
			n++
		case src[n] == quote && n+2 < len(src) && src[n+1] == quote && src[n+2] == quote:
			return n + 3
		}
	}
	return len(src)
}

// content reads what stands between the fields of a string, or in the format of a field, and what ends it.
func (s *scanner) content(f *frame) {
	n := 0
	for ; s.pos+n < len(s.src); n++ {
		switch c := s.byteAt(n); {
		case c == '\\':
			n += s.escapeLength(n, f.raw) - 1
		case c == f.quote && (!f.triple || s.byteAt(n+1) == c && s.byteAt(n+2) == c):
			s.endString(n)
			return
		case c == '\n' && !f.triple:
			s.fail(s.innermostString())
			return
		case (c == '{' || c == '}') && !f.spec && s.byteAt(n+1) == c:
			n++
		case c == '{':
			s.text(n)
			s.push(frame{bracket: '{', field: true, quote: f.quote, triple: f.triple, raw: f.raw})
			return
		case c == '}' && f.spec:
			s.text(n)
			f.spec = false
			s.pop('}')
			return
		}
	}
	s.text(n)
}

// escapeLength returns the length of the escape that stands n bytes behind the scanner.
func (s *scanner) escapeLength(n int, raw bool) int {
	switch c := s.byteAt(n + 1); {
	case c == '{' || c == '}':
		return 1
	case c == 'N' && !raw && s.byteAt(n+2) == '{':
		rest := s.src[s.pos+n:]
		if end := strings.IndexAny(rest, "}\n\"'"); end > 0 && rest[end] == '}' {
			return end + 1
		}
	case c == '\r' && s.byteAt(n+2) == '\n':
		return 3
	}
	return 2
}

// text adds the text that was read of a string, if there is any.
func (s *scanner) text(n int) {
	if n > 0 {
		s.add(text, n)
	}
}

// endString closes the string at the scanner, behind n bytes of text. A quote in the format of a field closes none.
func (s *scanner) endString(n int) {
	f := s.top()
	if f.bracket != 0 {
		s.fail(s.innermostString())
		return
	}
	s.text(n)
	begun, size := f.token, 1
	if f.triple {
		size = 3
	}
	s.stack = s.stack[:len(s.stack)-1]
	s.out[begun].match = len(s.out)
	s.add(end, size)
	s.out[len(s.out)-1].match = begun
}
