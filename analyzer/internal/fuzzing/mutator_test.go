package fuzzing_test

import (
	"testing"

	"github.com/whichid/whichid/analyzer/internal/fuzzing"
)

func TestMutator(t *testing.T) {
	t.Parallel()
	const many = 1000
	given := []string{"az login -i\n", "", "curl $URL"}
	one, same, other := fuzzing.NewMutator(1, given), fuzzing.NewMutator(1, given), fuzzing.NewMutator(2, given)
	distinct := make(map[string]bool)
	differ := 0
	for range many {
		text := one.Next()
		if again := same.Next(); again != text {
			t.Fatalf("%q and then %q", text, again)
		}
		if other.Next() != text {
			differ++
		}
		distinct[text] = true
	}
	if len(distinct) < many/2 || differ < many/2 {
		t.Errorf("of %d texts %d are distinct, and %d are other ones with another seed", many, len(distinct), differ)
	}
}
