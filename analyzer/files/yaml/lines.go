package yaml

import (
	"sort"
	"unicode/utf8"
)

// Lines tells where in a text the lines and columns of the library are. It counts the line breaks that the library counts, and
// columns in runes.
type lines struct {
	src    string
	starts []int
	// The last answer, from which the next one on the same line goes on: lines may be long.
	line, column, offset int
}

func newLines(src string, start int) lines {
	l := lines{src: src, starts: []int{start}, line: -1}
	for i := start; i < len(src); i++ {
		if src[i] < 0x80 && src[i] != '\n' && src[i] != '\r' {
			continue
		}
		if n := breakAt(src, i); n > 0 {
			i += n - 1
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// breakAt returns the number of bytes of the line break at byte i, or 0.
func breakAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	switch s[i] {
	case '\n':
		return 1
	case '\r':
		if i+1 < len(s) && s[i+1] == '\n' {
			return 2
		}
		return 1
	case '\xc2':
		if i+1 < len(s) && s[i+1] == '\x85' {
			return 2
		}
	case '\xe2':
		if i+2 < len(s) && s[i+1] == '\x80' && (s[i+2] == '\xa8' || s[i+2] == '\xa9') {
			return 3
		}
	}
	return 0
}

// at returns the byte at a line and column, which are counted from 1.
func (l *lines) at(line, column int) int {
	if line < 1 || line > len(l.starts) {
		return len(l.src)
	}
	if l.line != line || l.column > column {
		l.line, l.column, l.offset = line, 1, l.starts[line-1]
	}
	for ; l.column < column && l.offset < len(l.src); l.column++ {
		_, size := utf8.DecodeRuneInString(l.src[l.offset:])
		l.offset += size
	}
	return l.offset
}

// column returns how far a byte stands in its line, in bytes.
func (l *lines) columnOf(i int) int {
	n := sort.SearchInts(l.starts, i+1) - 1
	if n < 0 {
		return 0
	}
	return i - l.starts[n]
}
