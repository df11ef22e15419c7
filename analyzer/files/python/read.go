// Package python reads Python: the credentials that a program builds with the known libraries, the token requests that it makes
// itself, the commands that it runs, and the lines of a notebook that are commands. It knows what a name is imported from,
// and follows a name that is given a value at one place; what it does not understand is silent.
package python

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// Read yields the sites in a program, in a part of one, or in a cell of a notebook.
func Read(t excerpt.Text, r site.Reading) []site.Site {
	if language, body, ok := cell(t); ok {
		if language == site.Other || r.Text == nil {
			return nil
		}
		return r.Text(language, body)
	}
	if !isRelevant(t.String()) {
		return nil
	}
	f := parse(t, r)
	out := f.credentials()
	out = append(out, f.urls()...)
	out = append(out, f.commands()...)
	return append(out, f.magics()...)
}

// isRelevant reports whether a program holds a name of the table, or what token requests and commands are made of.
func isRelevant(src string) bool {
	named := slices.ContainsFunc(rows(), func(r row) bool { return strings.Contains(src, r.title()) })
	return named || identity.MayLogIn(src) // which also looks for the path of token requests
}

// cell returns the language of a cell of a notebook that is not in Python, and what it holds.
//
// https://ipython.readthedocs.io/en/stable/interactive/magics.html#cell-magics
func cell(t excerpt.Text) (language site.Language, body excerpt.Text, ok bool) {
	src := t.String()
	at := len(src) - len(strings.TrimLeft(src, " \t\r\n"))
	if !strings.HasPrefix(src[at:], "%%") {
		return "", excerpt.Text{}, false
	}
	line, _, _ := strings.Cut(src[at+2:], "\n")
	body = t.Slice(min(at+2+len(line)+1, len(src)), len(src))
	words := strings.Fields(line)
	if len(words) > 1 && words[0] == "script" {
		words = words[1:]
	}
	if len(words) == 0 {
		return site.Other, body, true
	}
	switch words[0] {
	case "bash", "sh", "!", "sx", "system":
		return site.Shell, body, true
	case "powershell", "pwsh":
		return site.PowerShell, body, true
	case "time", "timeit", "capture", "prun", "python", "python3", "px", "autopx", "debug", "memit", "spark", "pyspark":
		return "", excerpt.Text{}, false
	}
	return site.Other, body, true
}

// magics returns the sites in the lines of a notebook that are commands.
//
// Have: !az login -i, %sx az login -i
func (f *file) magics() []site.Site {
	if f.Text == nil {
		return nil
	}
	var out []site.Site
	for i, t := range f.tokens {
		if t.kind != magic {
			continue
		}
		line := f.word(i)
		at := 0
		for _, start := range []string{"!!", "!", "%sx ", "%system "} {
			if strings.HasPrefix(line, start) {
				at = len(start)
				break
			}
		}
		if at > 0 && identity.MayLogIn(line) {
			out = append(out, f.Text(site.Shell, f.command(t.from+at, t.to))...)
		}
	}
	return out
}

// command returns the bytes [from, to) with holes for the values that IPython fills in.
//
// https://ipython.readthedocs.io/en/stable/interactive/reference.html#system-shell-access
func (f *file) command(from, to int) excerpt.Text {
	var b builder
	for from < to {
		size := strings.IndexByte(f.src[from:to], '{')
		if size < 0 {
			break
		}
		stop := strings.IndexAny(f.src[from+size:to], "}\n")
		if isShell := size > 0 && f.src[from+size-1] == '$'; isShell || stop < 0 || f.src[from+size+stop] != '}' {
			b.keep(f.text.Slice(from, from+size+1), piece{})
			from += size + 1
			continue
		}
		b.keep(f.text.Slice(from, from+size), piece{})
		b.hole(f.text.Slice(from+size, from+size+stop+1))
		from += size + stop + 1
	}
	b.keep(f.text.Slice(from, to), piece{})
	return b.Text()
}
