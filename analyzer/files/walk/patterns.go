package walk

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/gitignore"
)

// Patterns add files and leave files out.
type Patterns struct{ list gitignore.List }

// ParsePatterns reads patterns in the syntax of .gitignore, relative to the working folder: GLOB adds files, also ignored ones and
// documentation, and !GLOB leaves files out. The last one that matches a file or a folder above it decides.
//
// Folders that are left out for their names, such as vendor, or because they are ignored, are opened by patterns that begin with their
// path: build/ or build/gen.sh, but not *.sh.
func ParsePatterns(patterns []string) (Patterns, error) {
	var out Patterns
	for _, text := range patterns {
		p, err := parsePattern(text)
		if err != nil {
			const accepted = "GLOB to add files or !GLOB to leave files out, in the syntax of .gitignore, relative to the working folder"
			return Patterns{}, fmt.Errorf("files: %q: %w: use %s", text, err, accepted)
		}
		out.list = append(out.list, p)
	}
	return out, nil
}

// parsePattern refuses what no file below the working folder can match.
func parsePattern(text string) (*gitignore.Pattern, error) {
	if strings.ContainsAny(text, "\x00\n") {
		return nil, errors.New("more than one line")
	}
	p, err := gitignore.ParsePattern(text)
	if err != nil {
		return nil, err
	}
	path := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(text, "!"), "/"), "/")
	for name := range strings.SplitSeq(path, "/") {
		if name == "" || name == "." || name == ".." {
			return nil, errors.New("no path inside the working folder")
		}
	}
	return p, nil
}

// A verdict is what patterns say.
type verdict int

const (
	silent verdict = iota
	added
	dropped
)

// none is the place of no pattern.
const none = -1

// decide returns the pattern that decides for a file or folder, with what it says. The one that decides for the folder above is given.
func (p Patterns) decide(name string, isDir bool, above int) (int, verdict) {
	if len(p.list) == 0 {
		return none, silent
	}
	last, _ := p.list.Last(name, isDir)
	last = max(last, above)
	switch {
	case last == none:
		return none, silent
	case p.list[last].Negative:
		return last, dropped
	}
	return last, added
}

// leadInto reports whether a pattern behind the one that decided names something below a folder.
func (p Patterns) leadInto(name string, decided int) bool {
	return slices.ContainsFunc(p.list[decided+1:], func(p *gitignore.Pattern) bool { return !p.Negative && p.LeadsInto(name) })
}
