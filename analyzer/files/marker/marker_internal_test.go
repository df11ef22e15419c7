package marker

import (
	"strings"
	"testing"
)

// TestTable holds the rows to what the scanner takes for granted.
func TestTable(t *testing.T) {
	t.Parallel()
	rows := table()
	if len(rows) > 64 {
		t.Errorf("%d rows: the scanner counts them in 64 bits", len(rows))
	}
	for _, r := range rows {
		switch {
		case len(r.key) != keyLength || !strings.Contains(r.word, r.key):
			t.Errorf("%s: %q is not %d bytes of it", r.word, r.key, keyLength)
		case r.word != strings.ToLower(r.word) || r.with != strings.ToLower(r.with):
			t.Errorf("%s: not in lower case", r.word)
		case r.room == "":
			t.Errorf("%s: who looks for it?", r.word)
		}
	}
}

// TestRows finds each word in both cases, at every place of a text, with its other word on either side of it.
func TestRows(t *testing.T) {
	t.Parallel()
	s := New()
	for _, r := range table() {
		for _, word := range []string{r.word, strings.ToUpper(r.word)} {
			for pad := range 2 * keyLength {
				x := strings.Repeat("-", pad)
				for _, text := range []string{x + word + x + " " + r.with, r.with + " " + x + word, `x\n` + r.with + `\n` + word + x} {
					if !s.Found([]byte(text)) {
						t.Errorf("%q is not found", text)
					}
				}
			}
		}
	}
}
