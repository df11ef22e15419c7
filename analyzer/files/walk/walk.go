// Package walk finds the files that are not Go and worth reading: those that git would track, without other people's code, tests,
// documentation and generated files, each read once.
//
// It reads no index and no configuration of git, so that nothing in a repository decides what runs. Files that are tracked though they
// are ignored are not found, and core.excludesFile and core.ignoreCase do not count; patterns add what is missed.
package walk

import (
	"cmp"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// MaxSize is the size in bytes beyond which files are left out: nobody writes that much by hand.
const MaxSize = 1 << 20

// Options say what to look for, and what to do with it.
type Options struct {
	Base      string // the working folder, absolute
	Targets   []Target
	Add       Patterns // are read, too: ignored files and documentation
	Exclude   Patterns // are not read, not even if they are targets
	Strict    bool     // a file that is a target is left out as it would be in a walk of Base
	Tests     bool     // tests are wanted, too
	Generated bool     // generated files are wanted, too
	// Gate decides from the text of a file whether it is visited. It must not keep the text. Without a gate all files are.
	Gate func(text []byte) bool
	// Visit takes a file, with its name relative to Base. Both Gate and Visit are called from several goroutines.
	Visit func(name string, text []byte)
	// Judged, if set, takes the names of the files of which all is known then: those that are visited and those that the gate stops,
	// but not those that are left out for what they hold. It is called from several goroutines, too.
	Judged func(name string)
}

// A Target is a folder, or one file, which is read whatever its name, unless it is excluded or the walk is strict.
type Target struct {
	Path string // absolute
	Tree bool   // all folders below are meant, too
}

// A Result says what was not visited though it might have been wanted, and how much was read.
type Result struct {
	Errors    []Failure // what could not be read, by name
	Large     []string  // the files beyond MaxSize, by name
	Binary    int       // how many files are no text
	Generated int       // how many files say that a program has written them, and were not named
	Files     int       // how many files were read
	Bytes     int64     // how much that was
}

// A Failure is a file or folder that could not be read.
type Failure struct {
	Name string // relative to Base
	Err  error
}

// Files visits the files of the targets. They are read by as many workers as there are processors while the folders are
// listed; nothing is kept of what the gate stops. The result does not depend on who is first.
func Files(o Options) Result {
	w := &walker{base: o.Base, add: o.Add, exclude: o.Exclude, names: newNames(o.Tests, o.Generated), jobs: make(chan job, 256)}
	if len(o.Targets) > 1 {
		w.seen = make(map[string]bool)
	}
	if o.Strict {
		w.reached = make(map[string]*folder)
	}
	readers := make([]reader, runtime.GOMAXPROCS(0))
	var running sync.WaitGroup
	for i := range readers {
		readers[i] = reader{base: o.Base, generated: o.Generated, gate: o.Gate, visit: o.Visit, judged: o.Judged}
		running.Go(func() { readers[i].run(w.jobs) })
	}
	w.targets(o.Targets)
	close(w.jobs)
	running.Wait()

	result := Result{Errors: w.failed}
	for i := range readers {
		result.add(&readers[i].result)
	}
	result.sort()
	return result
}

func (r *Result) add(more *Result) {
	r.Errors = append(r.Errors, more.Errors...)
	r.Large = append(r.Large, more.Large...)
	r.Binary += more.Binary
	r.Generated += more.Generated
	r.Files += more.Files
	r.Bytes += more.Bytes
}

// sort brings what goroutines found in the order of names. A folder that two targets have fails twice and is said once.
func (r *Result) sort() {
	slices.Sort(r.Large)
	slices.SortStableFunc(r.Errors, func(a, b Failure) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Err.Error(), b.Err.Error()))
	})
	r.Errors = slices.CompactFunc(r.Errors, func(a, b Failure) bool {
		return a.Name == b.Name && a.Err.Error() == b.Err.Error()
	})
}

// relative returns a path relative to the working folder.
func relative(base, path string) string {
	if rel, err := filepath.Rel(base, path); err == nil {
		return rel
	}
	return path
}
