// Package yaml reads YAML and JSON, with templates in them or not, as trees that know where everything stands, and finds the
// scripts and command lines in them.
package yaml

import (
	"strings"
	"unicode/utf8"

	library "go.yaml.in/yaml/v3"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/template"
	"github.com/whichid/whichid/analyzer/files/tree"
)

// Bounds for text that is made to be dear.
const (
	deepest = 200     // how deep nodes may stand in one another
	most    = 100_000 // how many nodes aliases may stand for
)

// Parse returns the documents of a YAML or JSON file. Documents that are no YAML are left out, and so is text in UTF-16, where the
// library's places are none of the file.
func Parse(t excerpt.Text) []*tree.Node {
	if s := t.String(); strings.HasPrefix(s, "\xff\xfe") || strings.HasPrefix(s, "\xfe\xff") {
		return nil
	}
	if isTemplate(t.String()) {
		t = t.Within(noBraces)
	}
	src, places := template.Neutral(t.String())
	var out []*tree.Node
	for _, d := range split(src) {
		r := &reader{text: t, src: src[:d.end], places: places, budget: most}
		r.places = r.within(0, d.end) // a place behind the document is none of its source
		if n := r.document(d.start); n != nil {
			out = append(out, n)
		}
	}
	return out
}

// A reader reads one document.
type reader struct {
	text   excerpt.Text
	src    string // up to the end of the document, without templates
	places []template.Place
	lines  lines
	flow   int // how many flow collections are around
	budget int // how many more nodes aliases may stand for
	named  map[*library.Node]named
	merged map[*tree.Node]bool
}

// document returns the document that begins at a byte, or nil.
func (r *reader) document(start int) *tree.Node {
	if n, ok := r.json(start); ok {
		return n
	}
	n := decode(r.src[start:])
	if places := r.within(start, len(r.src)); n == nil && len(places) > 0 {
		r.src, r.places = template.Keys(r.src, places)
		n = decode(r.src[start:])
	}
	if n == nil || len(n.Content) == 0 {
		return nil
	}
	r.lines = newLines(r.src, start)
	r.named = map[*library.Node]named{}
	r.merged = map[*tree.Node]bool{}
	p := r.node(n.Content[0], 0)
	r.fill(p, start, len(r.src))
	return p.node
}

// decode returns what the library makes of a document, or nil. The library goes no further than to where a broken document ends for
// it, but reads 512 bytes at once: without the first look, a character far behind that end would tell which bytes it was read with.
func decode(s string) (n *library.Node) {
	if !utf8.ValidString(s) || strings.ContainsFunc(s, isControl) {
		return nil
	}
	defer func() {
		if recover() != nil { // the library has a bug, which is no reason to read no other file
			n = nil
		}
	}()
	n = new(library.Node)
	if err := library.NewDecoder(strings.NewReader(s)).Decode(n); err != nil {
		return nil
	}
	return n
}

// isControl reports whether a character stands in no YAML (https://yaml.org/spec/1.2.2/#51-character-set).
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0x7f && r < 0xa0 && r != 0x85 || r == 0xfffe || r == 0xffff
}

// A span is a part of the text.
type span struct{ start, end int }

// split returns the documents of a stream. A line that begins with three dashes begins one whatever stands around it, so one that
// is broken ends there (https://yaml.org/spec/1.2.2/#912-document-markers).
func split(s string) []span {
	var out []span
	start, begun := 0, false
	if strings.HasPrefix(s, "\ufeff") {
		start = len("\ufeff")
	}
	for i := start; i < len(s); {
		end := len(s)
		if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
			end = i + n + 1
		}
		line := strings.TrimRight(s[i:end], " \t\r\n")
		switch {
		case marks(line, "---") && begun:
			out = append(out, span{start, i})
			start = i
		case marks(line, "..."):
			out = append(out, span{start, i})
			start, begun = end, false
		case line != "" && line[0] != '#' && line[0] != '%':
			begun = true
		}
		i = end
	}
	return append(out, span{start, len(s)})
}

// marks reports whether a line begins with a marker.
func marks(line, marker string) bool {
	rest, ok := strings.CutPrefix(line, marker)
	return ok && (rest == "" || rest[0] == ' ' || rest[0] == '\t')
}
