package gitignore

import (
	"errors"
	"strings"
)

// A Pattern is one line.
type Pattern struct {
	Negative bool // begins with !

	folders  bool // matches folders only
	anywhere bool // matches a name in any folder
	text     string
	literal  string // the text up to the first special character
	suffix   string // what a name ends in, if the text is * and this
	glob     glob   // the text behind literal
}

// ParsePattern reads one line. Its errors are for what can match nothing, so that git passes over it.
//
// The order of the steps is git's (dir.c, add_patterns_from_buffer and parse_path_pattern), and it shows: a pattern is anchored by a
// slash that stands inside of brackets, too, and a space that is kept may be followed by a slash.
func ParsePattern(line string) (*Pattern, error) {
	line, _, _ = strings.Cut(line, "\x00")
	text := trimSpaces(line)
	p := &Pattern{}
	if strings.HasPrefix(text, "#") {
		return nil, errors.New(`a comment (a name that begins with # is written \#)`)
	}
	text, p.Negative = strings.CutPrefix(text, "!")
	text, p.folders = strings.CutSuffix(text, "/")
	p.anywhere = !strings.Contains(text, "/")
	p.text = strings.TrimPrefix(text, "/")
	if p.text == "" {
		return nil, errors.New("nothing to match")
	}
	special := strings.IndexAny(p.text, specials)
	if special < 0 {
		p.literal = p.text
		return p, nil
	}
	if p.anywhere && special == 0 && p.text[0] == '*' && !strings.ContainsAny(p.text[1:], specials) {
		p.suffix = p.text[1:]
		return p, nil
	}
	// git compares the literal start by itself. So what follows begins anew, and in a**/b the stars stand at a beginning.
	p.literal = p.text[:special]
	var err error
	p.glob, err = compile(p.text[special:])
	return p, err
}

// specials are the characters that have a meaning.
const specials = `*?[\`

// trimSpaces cuts spaces at the end, but not one behind a backslash.
func trimSpaces(line string) string {
	end := len(line)
	for end > 0 && line[end-1] == ' ' {
		end--
	}
	slashes := end - len(strings.TrimRight(line[:end], `\`))
	if slashes%2 == 1 && end < len(line) {
		end++
	}
	return line[:end]
}

// LeadsInto reports whether the pattern names something below a folder: whether it is anchored, and its first names are those of
// the folder's path. A pattern that begins with ** is anchored nowhere.
func (p *Pattern) LeadsInto(folder string) bool {
	if p.anywhere {
		return false
	}
	names := strings.Split(p.text, "/")
	for i, name := range strings.Split(folder, "/") {
		if i == len(names)-1 {
			return false
		}
		if strings.Contains(names[i], "**") {
			return i > 0
		}
		g, err := compile(names[i])
		if err != nil || !g.match(name) {
			return false
		}
	}
	return true
}

// match reports whether the pattern matches a path, whose last name is base.
func (p *Pattern) match(path, base string, isDir bool) bool {
	if p.folders && !isDir {
		return false
	}
	text := path
	if p.anywhere {
		text = base
	}
	switch {
	case p.glob.tokens != nil:
		rest, ok := strings.CutPrefix(text, p.literal)
		return ok && p.glob.match(rest)
	case p.literal != "":
		return text == p.literal
	}
	return strings.HasSuffix(text, p.suffix)
}
