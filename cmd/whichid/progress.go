package main

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// A progress counts what is read.
type progress struct {
	files, packages atomic.Int64
	stderr          io.Writer
}

func (p *progress) String() string {
	return fmt.Sprintf("whichid: %d Go packages and %d other files so far", p.packages.Load(), p.files.Load())
}

// watch shows the progress on a terminal, every second, until it is told to stop. Nothing of it is left then.
func (p *progress) watch() (stop func()) {
	if columns(p.stderr) == 0 || !takesSequences() {
		return func() {}
	}
	ticker := time.NewTicker(time.Second)
	wipe := p.show(ticker.C)
	return func() {
		ticker.Stop()
		wipe()
	}
}

// show shows the progress at every tick.
func (p *progress) show(ticks <-chan time.Time) (wipe func()) {
	const line = "\r\x1b[K" // an empty one, whatever it held
	done := make(chan struct{})
	shown := false
	var showing sync.WaitGroup
	showing.Go(func() {
		for {
			select {
			case <-done:
				return
			case <-ticks:
				_, _ = fmt.Fprint(p.stderr, line+p.String()) // nothing depends on it
				shown = true
			}
		}
	})
	return func() {
		close(done)
		showing.Wait()
		if shown {
			_, _ = fmt.Fprint(p.stderr, line)
		}
	}
}
