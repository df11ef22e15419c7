package main

import (
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/whichid/whichid/analyzer/files"
	"github.com/whichid/whichid/analyzer/files/marker"
	"github.com/whichid/whichid/analyzer/files/walk"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
	"github.com/whichid/whichid/analyzer/source"
)

// otherFiles reads the files that are not Go.
type otherFiles struct {
	checker *files.Checker
	seen    *atomic.Int64 // counts those that are read
	ledger  *ledger       // nil for none

	mu       sync.Mutex // guards what follows: files are read by several goroutines
	findings []identity.Finding
	texts    map[string][]byte // of the files with findings
	errs     []report.Error
	judged   map[string]bool // the files of the baseline of which all is known
}

// read reads the files of the targets.
func (f *otherFiles) read(o *options, targets []source.Target) {
	found := marker.New().Found
	gate := func(text []byte) bool {
		f.seen.Add(1)
		return found(text)
	}
	options := walk.Options{
		Base: o.base, Add: o.add, Exclude: o.exclude, Strict: o.forceExclude, Tests: o.config.Tests, Generated: o.config.Generated,
		Gate: gate, Visit: f.visit,
	}
	if f.ledger != nil {
		f.judged = make(map[string]bool)
		options.Judged = f.judge
	}
	for _, t := range targets {
		options.Targets = append(options.Targets, walk.Target{Path: filepath.Join(t.Dir, t.File), Tree: t.Tree})
	}
	for _, failed := range walk.Files(options).Errors {
		f.errs = append(f.errs, report.Error{File: failed.Name, Message: reason(failed.Err)})
	}
}

// judge notes a file that the baseline speaks of.
func (f *otherFiles) judge(name string) {
	if f.ledger.knows(name) {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.judged[filepath.ToSlash(name)] = true
	}
}

// visit turns a panic into an error of the file, so that a fault of ours costs one file and not the whole report.
func (f *otherFiles) visit(name string, text []byte) {
	defer func() {
		if fault := recover(); fault != nil {
			f.mu.Lock()
			defer f.mu.Unlock()
			f.errs = append(f.errs, report.Error{File: name, Message: fmt.Sprintf("a fault in whichid, please report it: %v", fault)})
		}
	}()
	if f.ledger != nil && f.ledger.isFile(name) {
		return // it holds commands, and runs none
	}
	found := f.checker.Check(name, string(text))
	if len(found) == 0 {
		return
	}
	if walk.IsGenerated(text) {
		for i := range found {
			found[i].Fixes = nil // the program that writes the file is to be mended
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.findings = append(f.findings, found...)
	if f.texts == nil {
		f.texts = make(map[string][]byte)
	}
	f.texts[name] = text
}

// addTo adds what was found to a verdict.
func (f *otherFiles) addTo(v *verdict) {
	v.findings = append(v.findings, f.findings...)
	v.errs = append(v.errs, f.errs...)
	for name, text := range f.texts {
		v.texts[name] = func(string) ([]byte, error) { return text, nil }
	}
}
