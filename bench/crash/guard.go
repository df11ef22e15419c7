package main

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// A guard runs what may panic, and what may take too long or too much.
type guard struct {
	limit time.Duration // of CPU time for 10 000 lines and what is smaller; larger ones may take more in proportion
	bytes float64       // that are allocated, likewise
	tally *tally
}

// task is a look at some lines of text.
type task struct {
	name  string
	lines int
	run   func()
}

func (t task) share() float64 { return max(1, float64(t.lines)/10_000) }

// outcome is how a task ended.
type outcome struct {
	fault any
	stack []byte
	took  time.Duration
	bytes uint64
}

// patience is how many limits of time a task may take before it counts as one that does not end.
const patience = 20

var errHangs = errors.New("a task does not end")

// do runs a task and reports whether it came to its end. A task that does not end cannot be stopped, so that error ends the run.
func (g *guard) do(t task) (bool, error) {
	done := make(chan outcome, 1)
	go func() { done <- measured(t.run) }()
	start := processTime()
	for (processTime() - start).Seconds() < patience*g.limit.Seconds()*t.share() {
		select {
		case o := <-done:
			g.judge(t, o)
			return o.fault == nil, nil
		case <-time.After(time.Second):
		}
	}
	stacks := make([]byte, 1<<16)
	stacks = stacks[:runtime.Stack(stacks, true)]
	g.tally.fail("hangs", t.name, string(stacks))
	return false, fmt.Errorf("%s: %w", t.name, errHangs)
}

func (g *guard) judge(t task, o outcome) {
	g.tally.cost(t, o)
	switch {
	case o.fault != nil:
		g.tally.fail("panic", t.name, fmt.Sprintf("%v\n%s", o.fault, o.stack))
	case o.took.Seconds() > g.limit.Seconds()*t.share():
		g.tally.fail("slow", t.name, fmt.Sprintf("%.1f CPU s for %d lines", o.took.Seconds(), t.lines))
	case float64(o.bytes) > g.bytes*t.share():
		g.tally.fail("large", t.name, fmt.Sprintf("%d MB allocated for %d lines", o.bytes>>20, t.lines))
	}
}

// measured runs a task on a thread of its own, whose CPU time is the task's.
func measured(task func()) (o outcome) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before, bytes := threadTime(), allocated()
	defer func() {
		if o.fault = recover(); o.fault != nil {
			o.stack = debug.Stack()
		}
		o.took, o.bytes = threadTime()-before, allocated()-bytes
	}()
	task()
	return o
}

// threadTime is exact, as the usage that the kernel counts in ticks is not.
func threadTime() time.Duration {
	var now unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &now); err != nil {
		return 0 // a system without that clock tells no times
	}
	return time.Duration(now.Nano())
}

// processTime is the CPU time of all threads.
func processTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// allocated is how much memory the process has asked for so far. What a task adds is more than it ever holds at once.
func allocated() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// held is how much of that the last garbage collection found in use.
func held() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
