package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"github.com/whichid/whichid/analyzer/report"
	"github.com/whichid/whichid/analyzer/source"
)

// keepCompiling leaves the files of a package that would stop compiling, all of them. A file may be part of several packages, under
// different build constraints: those are looked at again without it.
//
// Of a package of which some files cannot be written, the others are: each is fixed by itself, and declares for the others what it did.
func (v verdict) keepCompiling(plan *report.Plan) {
	for again := true; again; {
		again = false
		for _, pkg := range v.packages {
			texts := planned(plan, pkg)
			if len(texts) == 0 {
				continue
			}
			if broken := pkg.Breaks(texts); len(broken) > 0 {
				plan.Errors = append(plan.Errors, wouldBreak(pkg, broken))
				plan.Leave(slices.Collect(maps.Keys(texts))...)
				again = true
			}
		}
	}
}

// planned returns what files of a package would be, by name.
func planned(plan *report.Plan, pkg *source.Package) map[string][]byte {
	texts := make(map[string][]byte)
	names := pkg.FileNames()
	for _, file := range plan.Files {
		if slices.Contains(names, file.Name) {
			texts[file.Name] = file.New
		}
	}
	return texts
}

func wouldBreak(pkg *source.Package, broken []source.Error) report.Error {
	more := ""
	if others := len(broken) - 1; others > 0 {
		more = fmt.Sprintf(" (and %d more)", others)
	}
	first := broken[0]
	return report.Error{
		File:    filepath.Dir(first.File),
		Message: fmt.Sprintf("not fixed: package %s would not compile: %s: %s%s", pkg.Types.Name(), first.File, first.Message, more),
	}
}
