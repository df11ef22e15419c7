package files

import (
	"sort"
	"strings"
)

// lines are the offsets at which the lines of a text begin.
type lines []int

func newLines(text string) lines {
	out := lines{0}
	for at := 0; ; {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return out
		}
		at += next + 1
		out = append(out, at)
	}
}

// place returns line and column of an offset, from 1; columns count bytes.
func (l lines) place(offset int) (line, column int) {
	line = sort.Search(len(l), func(i int) bool { return l[i] > offset })
	return line, offset - l[line-1] + 1
}
