package walk

import (
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/gitignore"
)

// Patterns are globs in the syntax of .gitignore. The zero value matches nothing.
type Patterns struct{ lists []anchored }

// An anchored list is patterns and the folder that they are relative to, which is absolute.
type anchored struct {
	dir  string
	list gitignore.List
}

// Add adds a pattern, relative to a folder that is absolute. The last one that matches decides, but those of a folder come before
// those of the folders that were added earlier, as the .gitignore of a folder comes before that of the one above.
func (p *Patterns) Add(dir, glob string) error {
	parsed, err := parsePattern(glob)
	if err != nil {
		return err
	}
	if last := len(p.lists) - 1; last >= 0 && p.lists[last].dir == dir {
		p.lists[last].list = append(p.lists[last].list, parsed)
		return nil
	}
	p.lists = append(p.lists, anchored{dir, gitignore.List{parsed}})
	return nil
}

// parsePattern refuses what no file in the folder can match.
func parsePattern(text string) (*gitignore.Pattern, error) {
	if strings.ContainsAny(text, "\x00\n") {
		return nil, errors.New("more than one line")
	}
	p, err := gitignore.ParsePattern(text)
	if err != nil {
		return nil, err
	}
	inside := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(text, "!"), "/"), "/")
	for name := range strings.SplitSeq(inside, "/") {
		if name == "" || name == "." || name == ".." {
			return nil, errors.New("no path inside the folder")
		}
	}
	return p, nil
}

// Cover reports whether a file, whose path is absolute, or a folder that it is in matches. What is in such a folder is covered
// whatever other patterns say of it, as in git.
func (p Patterns) Cover(file string) bool {
	return p.coverFolder(filepath.Dir(file)) || p.match(file, false)
}

// coverFolder is Cover for a folder.
func (p Patterns) coverFolder(dir string) bool {
	if len(p.lists) == 0 {
		return false
	}
	above := filepath.Dir(dir)
	return above != dir && p.coverFolder(above) || p.match(dir, true)
}

// match reports whether a file or folder matches by itself, whatever the folders say that it is in.
func (p Patterns) match(full string, isDir bool) bool {
	for _, a := range slices.Backward(p.lists) {
		rel, ok := a.relative(full)
		if !ok {
			continue
		}
		if _, last := a.list.Last(rel, isDir); last != nil {
			return !last.Negative
		}
	}
	return false
}

// leadInto reports whether a pattern names something below a folder.
func (p Patterns) leadInto(dir string) bool {
	return slices.ContainsFunc(p.lists, func(a anchored) bool {
		rel, ok := a.relative(dir)
		return ok && slices.ContainsFunc(a.list, func(p *gitignore.Pattern) bool { return !p.Negative && p.LeadsInto(rel) })
	})
}

// relative returns a path from the folder of the patterns, with slashes. They say nothing of that folder itself nor of those above.
// Elsewhere only patterns match that stand for any folder, such as *.sh.
func (a anchored) relative(full string) (string, bool) {
	if rest, ok := strings.CutPrefix(full, a.dir); ok && rest != "" && rest[0] == filepath.Separator {
		return filepath.ToSlash(rest[1:]), true
	}
	rel := relativeSlash(a.dir, full)
	return rel, rel != "" && path.Base(rel) != ".."
}
