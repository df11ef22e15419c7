package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A tally counts.
type tally struct {
	counts   map[string]int
	failures map[string][]string // by what is wrong
	slowest  []cost
	largest  []cost
}

// A cost is what one look at a package or file took.
type cost struct {
	name  string
	lines int
	took  time.Duration
	bytes uint64
}

func newTally() *tally {
	return &tally{counts: make(map[string]int), failures: make(map[string][]string)}
}

// kept is how many of the slowest and largest are told.
const kept = 10

func (t *tally) add(what string, n int) { t.counts[what] += n }

func (t *tally) fail(what, name, text string) {
	t.failures[what] = append(t.failures[what], name+": "+text)
	fmt.Printf("%s: %s: %s\n", what, name, text)
}

func (t *tally) cost(done task, o outcome) {
	c := cost{done.name, done.lines, o.took, o.bytes}
	t.slowest = keep(t.slowest, c, func(a, b cost) int { return cmp.Compare(b.took, a.took) })
	t.largest = keep(t.largest, c, func(a, b cost) int { return cmp.Compare(b.bytes, a.bytes) })
}

// keep adds a cost to a list that is in order and has no more than so many.
func keep(list []cost, c cost, order func(a, b cost) int) []cost {
	at, _ := slices.BinarySearchFunc(list, c, order)
	if at == kept {
		return list
	}
	list = slices.Insert(list, at, c)
	return list[:min(len(list), kept)]
}

func (t *tally) print() {
	fmt.Println()
	for _, what := range slices.Sorted(maps.Keys(t.counts)) {
		fmt.Printf("%12d %s\n", t.counts[what], what)
	}
	for title, list := range map[string][]cost{"slowest": t.slowest, "largest": t.largest} {
		fmt.Printf("\n%s:\n", title)
		for _, c := range list {
			fmt.Printf("%9.3f CPU s %7d MB allocated %8d lines  %s\n", c.took.Seconds(), c.bytes>>20, c.lines, c.name)
		}
	}
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err == nil {
		fmt.Printf("\nin all %.0f CPU s, %d MB at most, parsing and type-checking among it\n", processTime().Seconds(), usage.Maxrss>>10)
	}
	fmt.Println()
	for _, what := range slices.Sorted(maps.Keys(t.failures)) {
		fmt.Printf("%s: %d\n", what, len(t.failures[what]))
		for _, one := range t.failures[what] {
			line, _, _ := strings.Cut(one, "\n")
			fmt.Println("  " + line)
		}
	}
	if len(t.failures) == 0 {
		fmt.Println("nothing is wrong")
	}
}
