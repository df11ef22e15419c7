package main

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/report"
	"github.com/whichid/whichid/analyzer/source"
)

// A coverage tells what a run looked at. What it did not look at may be as the baseline says.
type coverage struct {
	options *options
	checker *analyzer.Checker
	targets []source.Target
	errs    []report.Error
	goFiles func(name string) bool // whether a Go file was read; nil if none was
	others  map[string]bool        // the other files that the baseline speaks of, those of which all is known
}

// covers reports whether the run would have found what an entry stands for.
func (c *coverage) covers(e report.Entry) bool {
	path := c.options.ledger.file(e)
	if path == "" || !c.checker.Reports(e.Rule) || c.options.exclude.Cover(path) || c.failed(path) {
		return false
	}
	name := relative(c.options.base, path)
	_, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return c.asked(path)
	case isGo(path):
		return c.goFiles != nil && c.goFiles(name) && (c.options.config.Generated || !isGenerated(path))
	}
	return c.others[name]
}

// failed reports whether a file or a folder that it is in could not be analyzed.
func (c *coverage) failed(path string) bool {
	return slices.ContainsFunc(c.errs, func(e report.Error) bool {
		failed := filepath.Join(c.options.base, e.File)
		return failed == path || strings.HasPrefix(path, failed+string(filepath.Separator))
	})
}

// asked reports whether a file that is gone would have been read.
func (c *coverage) asked(path string) bool {
	if isGo(path) && !c.options.goFiles || !isGo(path) && !c.options.otherFiles {
		return false
	}
	return slices.ContainsFunc(c.targets, func(t source.Target) bool {
		rel, err := filepath.Rel(t.Dir, filepath.Dir(path))
		return t.File == "" && err == nil && (rel == "." || t.Tree && filepath.IsLocal(rel))
	})
}

func isGo(name string) bool { return strings.HasSuffix(name, ".go") }

func isGenerated(path string) bool {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.PackageClauseOnly|parser.ParseComments)
	return err == nil && ast.IsGenerated(file)
}
