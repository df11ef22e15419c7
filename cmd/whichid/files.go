package main

import (
	"errors"
	"fmt"
	"io/fs"
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

	mu       sync.Mutex // guards what follows: files are read by several goroutines
	findings []identity.Finding
	texts    map[string][]byte // of the files with findings
	errs     []report.Error
}

// read reads the files of the targets.
func (o *otherFiles) read(base string, targets []source.Target, patterns walk.Patterns, tests bool) {
	found := marker.New().Found
	gate := func(text []byte) bool {
		o.seen.Add(1)
		return found(text)
	}
	options := walk.Options{Base: base, Patterns: patterns, Tests: tests, Gate: gate, Visit: o.visit}
	for _, t := range targets {
		options.Targets = append(options.Targets, walk.Target{Path: filepath.Join(t.Dir, t.File), Tree: t.Tree})
	}
	for _, failed := range walk.Files(options).Errors {
		o.errs = append(o.errs, report.Error{File: failed.Name, Message: why(failed.Err)})
	}
}

// why leaves out of a system's error what its place says already.
func why(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return "cannot be read: " + path.Err.Error()
	}
	return err.Error()
}

// visit turns a panic into an error of the file, so that a fault of ours costs one file and not the whole report.
func (o *otherFiles) visit(name string, text []byte) {
	defer func() {
		if fault := recover(); fault != nil {
			o.mu.Lock()
			defer o.mu.Unlock()
			o.errs = append(o.errs, report.Error{File: name, Message: fmt.Sprintf("a fault in whichid, please report it: %v", fault)})
		}
	}()
	found := o.checker.Check(name, string(text))
	if len(found) == 0 {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.findings = append(o.findings, found...)
	if o.texts == nil {
		o.texts = make(map[string][]byte)
	}
	o.texts[name] = text
}

// addTo adds what was found to a verdict.
func (o *otherFiles) addTo(v *verdict) {
	v.findings = append(v.findings, o.findings...)
	v.errs = append(v.errs, o.errs...)
	for name, text := range o.texts {
		v.texts[name] = func(string) ([]byte, error) { return text, nil }
	}
}
