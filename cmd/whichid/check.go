package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/files"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
	"github.com/whichid/whichid/analyzer/source"
)

// A verdict is all there is to report.
type verdict struct {
	rules    []identity.Rule    // that were looked for
	findings []identity.Finding // sorted
	errs     []report.Error
	notes    []string               // for people, about what is no finding
	texts    map[string]reader      // of the files with findings
	goFiles  func(name string) bool // whether one was read; nil if none was
	packages []*source.Package
	base     string   // the working folder
	roots    []string // the folders that the patterns name
}

// A reader returns the text that a file was analyzed from.
type reader func(name string) ([]byte, error)

// analyze reads what the patterns name, and judges it: Go packages and other files side by side. What is excluded is left out, and
// so is what the baseline knows and what is not new, if these are asked.
func (o *options) analyze(checker *analyzer.Checker) (verdict, error) {
	targets, err := source.ParsePatterns(o.base, o.patterns)
	if err != nil {
		return verdict{}, err
	}
	stop := o.progress.watch()
	defer stop()
	v := verdict{texts: make(map[string]reader)}
	var running sync.WaitGroup
	others := &otherFiles{
		checker: files.NewChecker(checker.Reports, checker.Variable()), seen: &o.progress.files, ledger: o.ledger,
	}
	if o.otherFiles {
		running.Go(func() {
			if tooMuch := o.limits.attempt(func() { others.read(o, targets) }); tooMuch != nil {
				others = new(otherFiles)
				o.giveUp(&o.otherFiles, "files that are not Go", tooMuch)
			}
		})
	}
	if o.goFiles {
		v, err = o.limitedPackages(checker)
	}
	running.Wait()
	if err != nil {
		return verdict{}, err
	}
	others.addTo(&v)
	v.errs = append(v.errs, o.given...)
	o.leaveOut(&v)
	v.base = o.base
	for _, t := range targets {
		v.roots = append(v.roots, t.Dir)
	}
	v.findings = identity.Sort(v.findings)
	v.errs = sortErrors(v.errs)
	v.rules = slices.DeleteFunc(identity.Rules(), func(rule identity.Rule) bool { return !checker.Reports(rule.Name) })
	if o.ledger != nil {
		seen := &coverage{options: o, checker: checker, targets: targets, errs: v.errs, goFiles: v.goFiles, others: others.judged}
		o.ledger.settle(&v, seen.covers)
	}
	if o.since != nil {
		err = o.onlyNew(&v)
	}
	return v, err
}

// leaveOut takes out what is said of excluded files. Go packages are read all the same, for what they mean to others.
func (o *options) leaveOut(v *verdict) {
	excluded := func(name string) bool { return o.exclude.Cover(filepath.Join(o.base, name)) }
	v.findings = slices.DeleteFunc(v.findings, func(f identity.Finding) bool { return excluded(f.Position.File) })
	v.errs = slices.DeleteFunc(v.errs, func(e report.Error) bool { return excluded(e.File) })
}

// limitedPackages is packages, if that does not take too much. The go command, which -typed starts, may take its time.
func (o *options) limitedPackages(checker *analyzer.Checker) (verdict, error) {
	limits := o.limits
	if o.typed {
		limits.time = 0
	}
	type result struct {
		verdict verdict
		err     error
	}
	done := make(chan result, 1)
	if tooMuch := limits.attempt(func() {
		v, err := o.packages(checker)
		done <- result{v, err}
	}); tooMuch != nil {
		o.giveUp(&o.goFiles, "Go packages", tooMuch)
		return verdict{texts: make(map[string]reader)}, nil
	}
	r := <-done
	return r.verdict, r.err
}

// packages reads the Go packages and judges them.
func (o *options) packages(checker *analyzer.Checker) (verdict, error) {
	c := &checks{
		checker: checker, started: &o.progress.packages, slots: make(chan struct{}, runtime.GOMAXPROCS(0)),
		byPackage: make(map[*source.Package]*check),
	}
	loaded, err := source.Load(source.Options{
		Patterns: o.patterns, Table: checker.Table(), Tests: o.config.Tests, Build: o.build, Typed: o.typed,
		Work: os.Getenv("GOWORK"), Visit: c.start,
	})
	if err != nil {
		return verdict{}, err
	}
	c.running.Wait()
	v := c.verdict(loaded.Errors)
	v.goFiles = loaded.Read
	return v, nil
}

// sortErrors brings errors in the order of files; what both halves say, such as a folder that cannot be read, is said once.
func sortErrors(errs []report.Error) []report.Error {
	slices.SortStableFunc(errs, func(a, b report.Error) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(errs)
}

// checks judges packages, several at a time, each after those that it imports.
type checks struct {
	checker   *analyzer.Checker
	all       []*check
	byPackage map[*source.Package]*check
	started   *atomic.Int64 // counts them
	running   sync.WaitGroup
	slots     chan struct{}
}

// A check is the work on one package, and what comes of it.
type check struct {
	pkg       *source.Package
	needs     []*check
	done      chan struct{} // closed when what follows is there
	findings  []identity.Finding
	summaries *analyzer.Summaries
	failed    *report.Error
}

// start begins to judge a package, and returns what waits for the end and tells whether the package passes an ID on.
func (c *checks) start(pkg *source.Package) (passesOn func() bool) {
	work := &check{pkg: pkg, done: make(chan struct{})}
	for _, imported := range pkg.Imports {
		work.needs = append(work.needs, c.byPackage[imported])
	}
	c.byPackage[pkg] = work
	c.all = append(c.all, work)
	c.started.Add(1)
	c.running.Go(func() {
		defer close(work.done)
		for _, need := range work.needs {
			<-need.done
		}
		c.slots <- struct{}{}
		work.run(c.checker)
		<-c.slots
	})
	return func() bool {
		<-work.done
		return work.summaries.Matter()
	}
}

// run turns a panic into an error of the package, so that a fault of ours costs one package and not the whole report.
func (w *check) run(checker *analyzer.Checker) {
	defer func() {
		if fault := recover(); fault != nil {
			name := w.pkg.Fset.File(w.pkg.Files[0].FileStart).Name()
			w.failed = &report.Error{File: filepath.Dir(name), Message: fmt.Sprintf("a fault in whichid, please report it: %v", fault)}
		}
	}()
	w.pkg.Summaries = make(map[string]*analyzer.Summaries)
	for _, need := range w.needs {
		if need.summaries != nil {
			w.pkg.Summaries[need.pkg.Types.Path()] = need.summaries
		}
	}
	w.findings, w.summaries = checker.CheckAndSummarize(w.pkg.Package)
	w.pkg.Info = nil // nobody asks again for the types in it
}

// verdict collects what all checks found.
func (c *checks) verdict(errs []source.Error) verdict {
	v := verdict{texts: make(map[string]reader)}
	for _, e := range errs {
		v.errs = append(v.errs, report.Error(e))
	}
	for _, w := range c.all {
		v.packages = append(v.packages, w.pkg)
		for _, f := range w.findings {
			if w.pkg.Asked(f.Position.File) {
				v.findings = append(v.findings, f)
				v.texts[f.Position.File] = w.pkg.ReadFile
			}
		}
		if w.failed != nil {
			v.errs = append(v.errs, *w.failed)
		}
	}
	return v
}

// read returns the text that a file was analyzed from.
func (v verdict) read(name string) ([]byte, error) {
	if read := v.texts[name]; read != nil {
		return read(name)
	}
	return nil, fmt.Errorf("%s was not read", name)
}
