package files_test

import (
	"flag"
	"testing"

	"github.com/whichid/whichid/analyzer/internal/fuzzing"
)

var (
	mutations = flag.Int("mutations", 500, "how many texts TestMutated makes for each kind of file")
	mutator   = flag.Uint64("mutator", 1, "which ones TestMutated makes")
)

// TestMutated changes the situations, and holds what comes of that to what has to be true of any text. These are the same texts in each
// run, other than those of the fuzz targets.
func TestMutated(t *testing.T) {
	t.Parallel()
	for name, folder := range folders() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h, m := newHolder(t, name), fuzzing.NewMutator(*mutator, append(seeds(t, folder), odd()[name]...))
			for n := 0; n < *mutations && !t.Failed(); n++ {
				holdText(t, h, name, m.Next())
			}
		})
	}
	names := names("other languages")
	t.Run("programs", func(t *testing.T) {
		t.Parallel()
		h, m := newHolder(t, names...), fuzzing.NewMutator(*mutator, append(seeds(t, "literals"), odd()[""]...))
		for n := 0; n < *mutations && !t.Failed(); n++ {
			holdText(t, h, names[n%len(names)], m.Next())
		}
	})
}

// holdText holds a text, and shows it if it does not pass.
func holdText(t *testing.T, h *holder, name, text string) {
	t.Helper()
	defer func() {
		if t.Failed() {
			t.Logf("%s: %q", name, text)
		}
	}()
	h.hold(t, name, text)
}
