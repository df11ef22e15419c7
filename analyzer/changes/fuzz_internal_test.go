package changes

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"testing"
)

// FuzzCompare holds what is new to both texts: without it and with lines put into the gaps, one becomes the other.
func FuzzCompare(f *testing.F) {
	for _, texts := range [][2]string{
		{"a\nb\nc\n", "a\nx\nc\n"}, {"a\nk\nb\nl\nc\n", "x\nk\ny\nk\r\nl\nz"}, {"a\r\nb", "a\nb\n"}, {"", "a"}, {"@@ -1 +1 @@\n\\ No\n", "\n@@\n"},
	} {
		f.Add([]byte(texts[0]), []byte(texts[1]))
	}
	f.Fuzz(func(t *testing.T, before, after []byte) {
		found := Compare(before, after)
		was, is := linesOf(before), linesOf(after)
		if !slices.IsSorted(found) || len(slices.Compact(slices.Clone(found))) < len(found) {
			t.Fatalf("%v is not in order", found)
		}
		if len(found) > 0 && (found[0] < 1 || found[len(found)-1] > 2*len(is)+1) {
			t.Fatalf("%v of %d lines", found, len(is))
		}
		if !leads(was, is, found) {
			t.Errorf("%q does not lead to %q by %v", was, is, found)
		}
		if again := Compare(after, after); len(again) > 0 {
			t.Errorf("a text differs from itself: %v", again)
		}
	})
}

// linesOf splits a text, however its lines end.
func linesOf(text []byte) []string {
	lines := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// leads tells whether the lines that are not new are old ones, in their order, and old lines are gone in the gaps and nowhere else.
func leads(was, is []string, found Lines) bool {
	contains := func(place int) bool { return slices.Contains(found, place) }
	// at holds, after some lines of the new text, how many lines of the old one may be behind.
	at := gone(map[int]bool{0: true}, len(was), contains(1))
	for i, line := range is {
		next := make(map[int]bool)
		for n := range at {
			switch {
			case contains(2 * (i + 1)):
				next[n] = true
			case n < len(was) && was[n] == line:
				next[n+1] = true
			}
		}
		at = gone(next, len(was), contains(2*(i+1)+1))
	}
	return at[len(was)]
}

// gone lets one or more old lines be gone, if there is a gap.
func gone(at map[int]bool, lines int, gap bool) map[int]bool {
	if !gap {
		return at
	}
	next := make(map[int]bool)
	for n := range at {
		for m := n + 1; m <= lines; m++ {
			next[m] = true
		}
	}
	return next
}

// FuzzReadBlob reads what git could print: a text is no longer than what is there, and what follows it is left.
func FuzzReadBlob(f *testing.F) {
	for _, said := range []string{"0a1b blob 3\nabc\n0a1c blob 0\n\n", "0a1b missing\n", "0a1b tree 3\nabc\n", "0a1b blob -1\n\n", "0a1b blob 99\nabc\n", "a blob 16777217\n"} {
		f.Add([]byte(said))
	}
	f.Fuzz(func(t *testing.T, said []byte) {
		stdout := bufio.NewReader(bytes.NewReader(said))
		for {
			text, err := readBlob(stdout)
			if err != nil {
				return
			}
			if len(text) > 0 && !bytes.Contains(said, text) {
				t.Fatalf("%q is not in %q", text, said)
			}
		}
	})
}
