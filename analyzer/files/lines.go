package files

import (
	"sort"
	"strings"
)

// lines are those of a text.
type lines struct {
	begin   []int // their offsets
	windows bool  // the first one ends as on Windows
}

func newLines(text string) lines {
	out := lines{begin: []int{0}}
	for at := 0; ; {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return out
		}
		if len(out.begin) == 1 {
			out.windows = strings.HasSuffix(text[:next], "\r")
		}
		at += next + 1
		out.begin = append(out.begin, at)
	}
}

// end gives lines that are added to the text the ends of its own. Readers of text inside other text need not know them.
func (l lines) end(s string) string {
	if !l.windows {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "\r\n")
}

// place returns line and column of an offset, from 1; columns count bytes.
func (l lines) place(offset int) (line, column int) {
	line = sort.Search(len(l.begin), func(i int) bool { return l.begin[i] > offset })
	return line, offset - l.begin[line-1] + 1
}
