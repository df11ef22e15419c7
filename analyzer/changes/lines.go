package changes

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// Lines are the places where a text differs from an older one, in order: 2n is its line n, counted from 1, and 2n+1 the place
// between line n and the next one, if lines are gone there.
type Lines []int

// Touch reports whether a line of a range is new, or a line inside of it gone.
func (l Lines) Touch(first, last int) bool {
	at, _ := slices.BinarySearch(l, 2*first)
	return at < len(l) && l[at] <= 2*last
}

// Compare returns what is new in a text. How lines end does not matter.
func Compare(before, after []byte) Lines {
	var b block
	patch := diff.Diff("", uniform(before), "", uniform(after))
	_, hunks, _ := strings.Cut(string(patch), "\n@@") // below the names
	for line := range strings.Lines("@@" + hunks) {
		switch line[0] {
		case '@':
			b.end()
			b.next = firstOf(line)
		case ' ':
			b.end()
			b.next++
		case '-':
			b.gone = append(b.gone, line[1:])
		case '+':
			b.come = append(b.come, line[1:])
		}
	}
	b.end()
	return b.lines
}

// uniform returns a text whose lines all end in \n.
func uniform(text []byte) []byte {
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(slices.Clip(text), '\n')
	}
	return text
}

// firstOf returns the number of the first new line of a hunk from its head, such as @@ -1,2 +3,4 @@. If there is none, the head tells the
// line before.
func firstOf(head string) int {
	var first, count int
	_, place, _ := strings.Cut(head, "+")
	if _, err := fmt.Sscanf(place, "%d,%d", &first, &count); err == nil && count == 0 {
		first++
	}
	return first
}
