package changes_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/changes"
)

// TestCompare compares texts whose lines are letters: 2n is line n, 2n+1 a gap behind it.
func TestCompare(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, before, after string
		want                changes.Lines
	}{
		{name: "the same", before: "abc", after: "abc"},
		{name: "a line more", before: "abc", after: "abxc", want: changes.Lines{6}},
		{name: "at the top", before: "abc", after: "xabc", want: changes.Lines{2}},
		{name: "at the end", before: "abc", after: "abcx", want: changes.Lines{8}},
		{name: "another line", before: "abc", after: "axc", want: changes.Lines{3, 4}},
		{name: "a line less", before: "abc", after: "ac", want: changes.Lines{3}},
		{name: "less at the top", before: "abc", after: "bc", want: changes.Lines{1}},
		{name: "less at the end", before: "abc", after: "ab", want: changes.Lines{5}},
		{name: "several hunks", before: "abcdefghijklmnopqrst", after: "axcdefghijklmnopqst", want: changes.Lines{3, 4, 35}},
		{name: "everything", before: "", after: "ab", want: changes.Lines{2, 4}},
		{name: "nothing left", before: "ab", after: "", want: changes.Lines{1}},
		{name: "the same line twice, between others", before: "alblc", after: "xlylz", want: changes.Lines{1, 2, 5, 6, 9, 10}},
		{name: "one more of the same", before: "alblc", after: "xlyllz", want: changes.Lines{1, 2, 5, 6, 9, 10, 12}},
		{name: "moved", before: "abcdefgh", after: "bcdefgha", want: changes.Lines{1, 16}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := changes.Compare(lines(tt.before), lines(tt.after)); !slices.Equal(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

func lines(letters string) []byte {
	return []byte(strings.Join(strings.SplitAfter(letters, ""), "\n") + "\n")[:2*len(letters)]
}

func TestCompareEnds(t *testing.T) {
	t.Parallel()
	for _, texts := range [][2]string{
		{"a\nb\n", "a\r\nb\r\n"},
		{"a\r\nb", "a\nb\n"},
		{"a\n\rb\n", "a\n\rb"},
	} {
		if got := changes.Compare([]byte(texts[0]), []byte(texts[1])); len(got) > 0 {
			t.Errorf("%q: %v", texts, got)
		}
	}
}

func TestTouch(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		lines       changes.Lines
		first, last int
		want        bool
	}{
		{lines: nil, first: 1, last: 9},
		{lines: changes.Lines{2, 8}, first: 2, last: 3},
		{lines: changes.Lines{2, 8}, first: 1, last: 1, want: true},
		{lines: changes.Lines{2, 8}, first: 2, last: 4, want: true},
		{lines: changes.Lines{2, 8}, first: 4, last: 9, want: true},
		{lines: changes.Lines{2, 8}, first: 5, last: 9},
		{lines: changes.Lines{7}, first: 3, last: 3},
		{lines: changes.Lines{7}, first: 4, last: 4},
		{lines: changes.Lines{7}, first: 3, last: 4, want: true},
	} {
		if got := tt.lines.Touch(tt.first, tt.last); got != tt.want {
			t.Errorf("%v touch %d to %d: %t", tt.lines, tt.first, tt.last, got)
		}
	}
}

// TestCompareKeeps takes random texts of few different lines: what is not new must be there before, in the same order.
func TestCompareKeeps(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		before, after := letters(random), letters(random)
		fresh := changes.Compare(lines(before), lines(after))
		rest := before
		for i, letter := range strings.Split(after, "") {
			if fresh.Touch(i+1, i+1) {
				continue
			}
			_, behind, found := strings.Cut(rest, letter)
			if !found {
				t.Fatalf("%q, %q: %v", before, after, fresh)
			}
			rest = behind
		}
	}
}

func letters(random *rand.Rand) string {
	var b strings.Builder
	for range 1 + random.IntN(12) {
		b.WriteByte("abcdefgh"[random.IntN(8)])
	}
	return b.String()
}

// TestCompareBounds compares large texts that have nothing in common but a line that is there often.
func TestCompareBounds(t *testing.T) {
	t.Parallel()
	text := func(word string) []byte {
		var b strings.Builder
		for i := range 20_000 {
			fmt.Fprintf(&b, "%s %d\n}\n", word, i)
		}
		return []byte(b.String())
	}
	if got := changes.Compare(text("a"), text("b")); !got.Touch(1, 1) || !got.Touch(40_000-1, 40_000-1) {
		t.Error(len(got))
	}
}
