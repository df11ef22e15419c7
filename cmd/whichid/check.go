package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
	"github.com/whichid/whichid/analyzer/source"
)

// A verdict is all there is to report.
type verdict struct {
	findings []identity.Finding // sorted
	errs     []report.Error
	texts    map[string]*source.Package // the package that has read a file, for those with findings
}

// analyze reads the packages and judges them.
func (o *options) analyze(checker *analyzer.Checker) (verdict, error) {
	loaded, err := source.Load(source.Options{Patterns: o.patterns, Table: checker.Table(), Tests: o.config.Tests})
	if err != nil {
		return verdict{}, err
	}
	return check(checker, loaded), nil
}

// check judges the packages, several at a time.
func check(checker *analyzer.Checker, loaded *source.Result) verdict {
	found := make([][]identity.Finding, len(loaded.Packages))
	failed := make([]*report.Error, len(loaded.Packages))
	var running sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, pkg := range loaded.Packages {
		slots <- struct{}{}
		running.Go(func() {
			found[i], failed[i] = checkPackage(checker, pkg)
			<-slots
		})
	}
	running.Wait()

	v := verdict{texts: make(map[string]*source.Package)}
	for _, e := range loaded.Errors {
		v.errs = append(v.errs, report.Error(e))
	}
	for i, pkg := range loaded.Packages {
		for _, f := range found[i] {
			if pkg.Asked(f.Position.File) {
				v.findings = append(v.findings, f)
				v.texts[f.Position.File] = pkg
			}
		}
		if failed[i] != nil {
			v.errs = append(v.errs, *failed[i])
		}
	}
	v.findings = identity.Sort(v.findings)
	return v
}

// checkPackage turns a panic into an error of the package, so that a fault of ours costs one package and not the whole report.
func checkPackage(checker *analyzer.Checker, pkg *source.Package) (findings []identity.Finding, failed *report.Error) {
	defer func() {
		if fault := recover(); fault != nil {
			name := pkg.Fset.File(pkg.Files[0].FileStart).Name()
			failed = &report.Error{File: filepath.Dir(name), Message: fmt.Sprintf("a fault in whichid, please report it: %v", fault)}
		}
	}()
	return checker.Check(pkg.Package), nil
}

// read returns the text that a file was analyzed from.
func (v verdict) read(name string) ([]byte, error) {
	if pkg := v.texts[name]; pkg != nil {
		return pkg.ReadFile(name)
	}
	return nil, fmt.Errorf("%s was not read", name)
}
