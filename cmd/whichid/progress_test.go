package main

import (
	"bufio"
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

// A patch on a terminal commands nothing, and keeps its tabs.
func TestShow(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	show(w, []byte("+\ta\x1b[2J\tb\r\n-##[error]c\u202e"))
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if want := "+\ta\\x1b[2J\tb\\r\n-##\\x5b" + "error]c\\u202e\n"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}
