package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A target is one pattern, understood.
type target struct {
	dir  string // absolute
	file string // the one file that is meant, or ""
	tree bool   // with all folders below
}

func parsePatterns(base string, patterns []string) ([]target, error) {
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	var targets []target
	for _, pattern := range patterns {
		t, err := parsePattern(base, pattern)
		if err != nil {
			return nil, err
		}
		targets = append(targets, t)
	}
	return targets, nil
}

func parsePattern(base, pattern string) (target, error) {
	fail := func(why string) (target, error) {
		const accepted = "a folder (./dir), a folder and all below it (./dir/...), or a Go file"
		return target{}, fmt.Errorf("packages: %q: %s: use %s", pattern, why, accepted)
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
			return target{dir: filepath.Dir(abs), file: filepath.Base(abs)}, nil
		}
		return fail("no such file or folder")
	case info.IsDir():
		return target{dir: filepath.Clean(abs), tree: tree}, nil
	case tree:
		return fail("not a folder")
	case !isGo(abs):
		return fail("not a Go file")
	}
	return target{dir: filepath.Dir(abs), file: filepath.Base(abs)}, nil
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
