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
	"syscall"
	"time"

	"github.com/whichid/whichid/analyzer"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/packages"
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
	ours, bare, ratio := measure(visits, rounds)
	fmt.Printf("\nThe pass over %d packages, %d lines (%d packages do not build), %d findings: %.0f ns per line; "+
		"one bare traversal: %.0f ns per line; ratio %.2f\n", len(visits), lines, skipped, findings/(rounds+1),
		float64(ours.Nanoseconds())/float64(lines), float64(bare.Nanoseconds())/float64(lines), ratio)
	return nil
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
func measure(visits []visit, rounds int) (ours, bare time.Duration, ratio float64) {
	var ourTimes, bareTimes []time.Duration
	var ratios []float64
	for round := range rounds + 1 {
		a := timed(func() {
			for _, v := range visits {
				if _, err := analyzer.Analyzer.Run(v.pass); err != nil {
					log.Fatal(err)
				}
			}
		})
		b := timed(func() {
			for _, v := range visits {
				v.inspect.Preorder(nil, func(ast.Node) {})
			}
		})
		if round == 0 { // warms the caches
			continue
		}
		ourTimes, bareTimes = append(ourTimes, a), append(bareTimes, b)
		ratios = append(ratios, float64(a)/float64(b))
	}
	slices.Sort(ourTimes)
	slices.Sort(bareTimes)
	slices.Sort(ratios)
	return ourTimes[rounds/2], bareTimes[rounds/2], ratios[rounds/2]
}

// timed returns the CPU time that f takes on its thread, without garbage collection.
func timed(f func()) time.Duration {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before := threadTime()
	f()
	return threadTime() - before
}

func threadTime() time.Duration {
	const thread = 1 // RUSAGE_THREAD, Linux
	var usage syscall.Rusage
	if err := syscall.Getrusage(thread, &usage); err != nil {
		log.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
