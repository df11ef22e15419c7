package report

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff writes the fixes as a unified diff that git apply and patch -p1 take in the working folder. A file that has several
// names, through links, is in it once, under its own.
func (p *Plan) Diff(w io.Writer) error {
	seen := make(map[place]bool)
	for _, file := range p.Files {
		if seen[file.place] {
			continue
		}
		seen[file.place] = true
		if !filepath.IsLocal(file.shown) {
			p.note(file.Name, " not below the working folder: git apply takes no such names, run whichid in a folder above")
		}
		if _, err := w.Write(diffOf(file.shown, file.Old, file.New)); err != nil {
			return err
		}
	}
	return nil
}

// diffOf writes headers without the word --git: with it, git apply would take the names relative to the top of the repository and
// not to the folder that it runs in (parse_git_diff_header in its apply.c).
func diffOf(name string, before, after []byte) []byte {
	name = filepath.ToSlash(name)
	return diff.Diff(quoted("a/"+name), before, quoted("b/"+name), after)
}

// quoted writes a name as git does: as a string of C if it would not be understood as it is (quote_c_style in git's quote.c), and
// else with a tab behind it if there are spaces in it.
func quoted(name string) string {
	special := func(r rune) bool { return r == '"' || r == '\\' || r == utf8.RuneError || !unicode.IsPrint(r) }
	switch {
	case strings.ContainsFunc(name, special):
	case strings.Contains(name, " "):
		return name + "\t"
	default:
		return name
	}
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(name) {
		switch c := name[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c > '~':
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
