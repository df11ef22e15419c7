package needs_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/whichid/whichid/internal/needs"
)

// A recorder keeps how a test ends.
type recorder struct {
	testing.TB

	said string
}

func (r *recorder) Helper() {}

func (r *recorder) Skipf(format string, args ...any) { r.endf("skipped: "+format, args...) }

func (r *recorder) Fatalf(format string, args ...any) { r.endf("failed: "+format, args...) }

func (r *recorder) endf(format string, args ...any) {
	r.said = fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func TestPrograms(t *testing.T) { //nolint:paralleltest // it sets the variable
	for _, test := range []struct{ all, name, want string }{
		{"", "go", ""},
		{"1", "go", ""},
		{"", "no-such-program", "skipped: no-such-program is missing: provide it to try this"},
		{"1", "no-such-program", "failed: no-such-program is missing: provide it to try this, or unset WHICHID_NEEDS_ALL"},
	} {
		t.Setenv(needs.Variable, test.all)
		r, done := &recorder{TB: t}, make(chan bool)
		go func() {
			defer close(done)
			needs.Programs(r, "try this", "go", test.name)
		}()
		<-done
		if r.said != test.want {
			t.Errorf("%s=%q %s: %q, want %q", needs.Variable, test.all, test.name, r.said, test.want)
		}
	}
}
