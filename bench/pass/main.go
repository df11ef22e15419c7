// Pass measures the analyzer inside a driver: the time of its Run over all packages of a checkout, beside one bare
// traversal of the same packages by the inspector that drivers share. Loading, type-checking and building the inspector
// are not counted: every driver has done them before.
package main

import (
	"flag"
	"fmt"
	"go/ast"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"time"

	"golang.org/x/sys/unix"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/packages"

	"github.com/whichid/whichid/analyzer"
)

// A visit is one package, ready for the analyzer.
type visit struct {
	pass    *analysis.Pass
	inspect *inspector.Inspector
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("pass: ")
	rounds := flag.Int("n", 9, "number of `rounds`")
	flag.Parse()
	if flag.NArg() != 1 || *rounds < 1 {
		log.Fatal("usage: pass [-n rounds] checkout")
	}
	if err := run(flag.Arg(0), *rounds); err != nil {
		log.Fatal(err)
	}
}

func run(checkout string, rounds int) error {
	config := &packages.Config{Mode: packages.LoadSyntax, Dir: checkout}
	loaded, err := packages.Load(config, "./...")
	if err != nil {
		return err
	}
	var (
		visits         []visit
		lines, skipped int
		findings       int
	)
	for _, pkg := range loaded {
		if len(pkg.Errors) > 0 {
			skipped++
			continue
		}
		for _, file := range pkg.Syntax {
			lines += pkg.Fset.File(file.FileStart).LineCount()
		}
		visits = append(visits, newVisit(pkg, func(analysis.Diagnostic) { findings++ }))
	}
	if len(visits) == 0 {
		fmt.Printf("\nThe pass: not possible, no package of %s can be loaded.\n", filepath.Base(checkout))
		return nil
	}
	ours, bare, ofBare, err := measure(visits, rounds)
	if err != nil {
		return err
	}
	fmt.Printf("\nThe pass over %d packages, %d lines (%d packages do not build), %d findings: %.0f ns per line; "+
		"one bare traversal: %.0f ns per line; ratio %.2f\n", len(visits), lines, skipped, findings/(rounds+1),
		float64(ours.Nanoseconds())/float64(lines), float64(bare.Nanoseconds())/float64(lines), ofBare)
	return compareSites(loaded, visits, rounds)
}

func newVisit(pkg *packages.Package, report func(analysis.Diagnostic)) visit {
	in := inspector.New(pkg.Syntax)
	return visit{inspect: in, pass: &analysis.Pass{
		Analyzer:   analyzer.Analyzer,
		Fset:       pkg.Fset,
		Files:      pkg.Syntax,
		Pkg:        pkg.Types,
		TypesInfo:  pkg.TypesInfo,
		TypesSizes: pkg.TypesSizes,
		ResultOf:   map[*analysis.Analyzer]any{inspect.Analyzer: in},
		Report:     report,
		ReadFile:   os.ReadFile,
	}}
}

// measure runs the pass and the bare traversal in turn and returns the medians of each and of their ratio.
func measure(visits []visit, rounds int) (ours, bare time.Duration, ofBare float64, err error) {
	var ourTimes, bareTimes []time.Duration
	var ratios []float64
	for round := range rounds + 1 {
		a, err := timed(func() error { return runAll(visits) })
		if err != nil {
			return 0, 0, 0, err
		}
		b, err := timed(func() error {
			for _, v := range visits {
				v.inspect.Preorder(nil, func(ast.Node) {})
			}
			return nil
		})
		if err != nil {
			return 0, 0, 0, err
		}
		if round == 0 { // warms the caches
			continue
		}
		ourTimes, bareTimes = append(ourTimes, a), append(bareTimes, b)
		ratios = append(ratios, ratio(a, b))
	}
	slices.Sort(ourTimes)
	slices.Sort(bareTimes)
	return ourTimes[rounds/2], bareTimes[rounds/2], median(ratios), nil
}

func runAll(visits []visit) error {
	for _, v := range visits {
		if _, err := v.pass.Analyzer.Run(v.pass); err != nil {
			return err
		}
	}
	return nil
}

// timed returns the CPU time that f takes on its thread, without garbage collection.
func timed(f func() error) (time.Duration, error) {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before, err := threadTime()
	if err == nil {
		err = f()
	}
	if err != nil {
		return 0, err
	}
	after, err := threadTime()
	return after - before, err
}

// threadTime is exact, as the usage that the kernel counts in ticks is not.
func threadTime() (time.Duration, error) {
	var now unix.Timespec
	err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &now)
	return time.Duration(now.Nano()), err
}
