// Package gitignore tells which files git would not track, from the patterns in .gitignore files (gitignore(5)).
//
// It runs no git and reads no file: its callers do the reading. Letter case counts, as it does where core.ignoreCase is not set.
package gitignore

import (
	"bytes"
	"slices"
	"strings"
)

// A List is the patterns of one file.
type List []*Pattern

// Parse reads the patterns of a file. Lines that can match nothing, such as comments, are left out.
func Parse(text []byte) List {
	var list List
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	for line := range bytes.SplitSeq(text, []byte("\n")) {
		line = bytes.TrimSuffix(line, []byte("\r"))
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		if p, err := ParsePattern(string(line)); err == nil {
			list = append(list, p)
		}
	}
	return list
}

// Last returns the last pattern that matches a path, which decides, and its place in the list, or nil and -1. The path has
// slashes and starts at the folder of the file.
func (l List) Last(path string, isDir bool) (int, *Pattern) {
	base := path[strings.LastIndexByte(path, '/')+1:]
	for i, p := range slices.Backward(l) {
		if p.match(path, base, isDir) {
			return i, p
		}
	}
	return -1, nil
}

// Rules are the patterns that hold in a folder: those of its file and of the files above. Nil has none.
type Rules struct {
	list   List
	prefix int // how many bytes of a path lead to the folder of the list
	above  *Rules
}

// Add returns the rules with a list whose folder has this path, with slashes, from where the first list stands; "" is that folder.
func (r *Rules) Add(folder string, list List) *Rules {
	if len(list) == 0 {
		return r
	}
	prefix := 0
	if folder != "" {
		prefix = len(folder) + 1
	}
	return &Rules{list: list, prefix: prefix, above: r}
}

// Ignores reports whether a file or folder in the folder of the last list, or below, is ignored. The folders that it is in must
// not be: what is in an ignored folder is ignored whatever other patterns say.
func (r *Rules) Ignores(path string, isDir bool) bool {
	for ; r != nil; r = r.above {
		if _, p := r.list.Last(path[r.prefix:], isDir); p != nil {
			return !p.Negative
		}
	}
	return false
}
