package fuzzing_test

import (
	"testing"

	"github.com/whichid/whichid/analyzer/internal/fuzzing"
)

func TestWords(t *testing.T) {
	t.Parallel()
	w := fuzzing.WordsOf([]string{"az login\n az"})
	if got, want := w.Expand("\x80é\x82\xff"), "azélogin\xff"; got != want || len(w) != 3 {
		t.Errorf("%q gives %q, want %q", w, got, want)
	}
}
