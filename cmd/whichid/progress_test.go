package main

import (
	"bytes"
	"testing"
	"time"
)

// The progress is shown at every tick, and nothing of it is left; nothing at all is written before the first one.
func TestProgress(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		ticks int
		want  string
	}{
		{0, ""},
		{2, "\r\x1b[Kwhichid: 2 Go packages and 30 other files so far\r\x1b[Kwhichid: 2 Go packages and 30 other files so far\r\x1b[K"},
	} {
		var out bytes.Buffer
		p := &progress{stderr: &out}
		p.packages.Add(2)
		p.files.Add(30)
		ticks := make(chan time.Time)
		wipe := p.show(ticks)
		for range test.ticks {
			ticks <- time.Time{}
		}
		wipe()
		if out.String() != test.want {
			t.Errorf("after %d ticks: %q, want %q", test.ticks, out.String(), test.want)
		}
	}
}

// What is no terminal gets no progress.
func TestNoProgress(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	p := &progress{stderr: &out}
	p.watch()()
	if out.Len() > 0 {
		t.Errorf("%q", out.String())
	}
}
