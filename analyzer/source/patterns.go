package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A Target is one pattern, understood.
type Target struct {
	Dir  string // absolute
	File string // the one file that is meant, of any kind, or ""
	Tree bool   // with all folders below
}

// ParsePatterns reads patterns for folders and files below the working folder base, which is absolute: a folder, a folder with /...
// for all below it, or a file. None means ./... .
func ParsePatterns(base string, patterns []string) ([]Target, error) {
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	var targets []Target
	for _, pattern := range patterns {
		t, err := parsePattern(base, pattern)
		if err != nil {
			return nil, err
		}
		targets = append(targets, t)
	}
	return targets, nil
}

func parsePattern(base, pattern string) (Target, error) {
	fail := func(why string) (Target, error) {
		const accepted = "a folder (./dir), a folder and all below it (./dir/...), or a file"
		return Target{}, fmt.Errorf("packages: %q: %s: use %s", pattern, why, accepted)
	}
	path, tree := cutDots(pattern)
	if pattern == "" || strings.Contains(path, "...") {
		return fail("not a pattern")
	}
	abs := filepath.FromSlash(path)
	if !filepath.IsAbs(abs) {
		abs = filepath.Join(base, abs)
	}
	info, err := os.Stat(abs)
	switch {
	case err != nil:
		// A file that is listed but cannot be opened is for the reader to report.
		if _, lerr := os.Lstat(abs); lerr == nil && isGo(abs) && !tree {
			return Target{Dir: filepath.Dir(abs), File: filepath.Base(abs)}, nil
		}
		if errors.Is(err, fs.ErrNotExist) {
			return fail("no such file or folder")
		}
		return fail(failure{err: err}.describe(base).Message)
	case info.IsDir():
		return Target{Dir: filepath.Clean(abs), Tree: tree}, nil
	case tree:
		return fail("not a folder")
	}
	return Target{Dir: filepath.Dir(abs), File: filepath.Base(abs)}, nil
}

// cutDots takes /... from the end of a pattern.
func cutDots(pattern string) (path string, tree bool) {
	if pattern == "..." {
		return ".", true
	}
	path, tree = strings.CutSuffix(pattern, "/...")
	if tree && path == "" {
		path = "/"
	}
	return path, tree
}

func isGo(name string) bool { return strings.HasSuffix(name, ".go") }

func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }
