package python

// numberLength returns the length of the number at the scanner.
//
// Have: 1_000, 0xFF, 1.5e-7j, 10L
func (s *scanner) numberLength() int {
	n := 0
	digits := func(is func(byte) bool) {
		for is(s.byteAt(n)) || s.byteAt(n) == '_' {
			n++
		}
	}
	if next := s.byteAt(1) | 0x20; s.byteAt(0) == '0' && (next == 'x' || next == 'o' || next == 'b') {
		n = 2
		digits(func(c byte) bool { return isDigit(c) || next == 'x' && c|0x20 >= 'a' && c|0x20 <= 'f' })
	} else {
		digits(isDigit)
		if s.byteAt(n) == '.' {
			n++
			digits(isDigit)
		}
		n += s.exponentLength(n)
	}
	if c := s.byteAt(n) | 0x20; c == 'j' || c == 'l' {
		n++
	}
	return n
}

// exponentLength returns the length of the exponent that stands n bytes behind the scanner.
func (s *scanner) exponentLength(n int) int {
	if s.byteAt(n)|0x20 != 'e' {
		return 0
	}
	size := 1
	if c := s.byteAt(n + 1); c == '+' || c == '-' {
		size++
	}
	if !isDigit(s.byteAt(n + size)) {
		return 0
	}
	for isDigit(s.byteAt(n+size)) || s.byteAt(n+size) == '_' {
		size++
	}
	return size
}
