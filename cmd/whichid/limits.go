package main

import (
	"fmt"
	"runtime/metrics"
	"time"

	"github.com/whichid/whichid/analyzer/report"
)

// Limits are what a run may take. Files have limits of their own, and what is read of them takes a time that grows with their size; but
// the type checker of the Go project can be kept busy by few lines, and nothing stops it from outside.
type limits struct {
	time   time.Duration // 0 is no limit
	memory uint64        // bytes
}

// theLimits are beyond all that large checkouts take, which is some hundred milliseconds and megabytes.
func theLimits() limits { return limits{time: 5 * time.Minute, memory: 4 << 30} }

// attempt does a part of the work, if it does not take too much. What is given up goes on until the program ends.
func (l limits) attempt(work func()) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		work()
	}()
	if l.time == 0 {
		<-done
		return nil
	}
	end := time.NewTimer(l.time)
	defer end.Stop()
	look := time.NewTicker(50 * time.Millisecond)
	defer look.Stop()
	for {
		select {
		case <-done:
			return nil
		case <-end.C:
			return fmt.Errorf("takes more than %v", l.time)
		case <-look.C:
			if heap() > l.memory {
				return fmt.Errorf("takes more than %d MiB of memory", l.memory>>20)
			}
		}
	}
}

// heap returns how many bytes are in use, garbage among them.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// giveUp switches a part of the work off, and notes that for the report.
func (o *options) giveUp(part *bool, name string, why error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	*part = false
	o.given = append(o.given, report.Error{File: ".", Message: name + " are not analyzed: this " + why.Error()})
}
