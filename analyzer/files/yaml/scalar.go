package yaml

import (
	"sort"
	"strings"

	library "go.yaml.in/yaml/v3"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/template"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// scalar reads the text of a scalar again, to know where each byte of what the library made of it stands.
func (r *reader) scalar(n *library.Node, start int) *part {
	from := r.properties(start)
	w := &writing{reader: r, value: n.Value, i: from}
	var ok bool
	switch {
	case n.Style&library.DoubleQuotedStyle != 0:
		ok = w.double()
	case n.Style&library.SingleQuotedStyle != 0:
		ok = w.single()
	case n.Style&(library.LiteralStyle|library.FoldedStyle) != 0:
		ok = w.block(n.Style&library.FoldedStyle != 0)
	case n.Value == "":
		return &part{node: &tree.Node{Kind: tree.Scalar, Null: true}, start: start, end: start, size: 1}
	default:
		ok = w.plain()
	}
	if !ok {
		return r.unknown(start, start)
	}
	out := &tree.Node{Kind: tree.Scalar, At: r.text.Slice(start, w.i), Value: w.out.Text()}
	out.Null = n.Tag == "!!null" && n.Style&library.TaggedStyle == 0 && n.Style&library.DoubleQuotedStyle == 0
	if places := r.within(from, w.i); len(places) == 1 && places[0].Kind == template.Block &&
		out.Value.String() == string(identity.Unknown()) {
		out.Kind = tree.Unknown
	}
	return &part{node: out, start: start, end: w.i, size: 1}
}

// within returns the places that begin in a part of the text.
func (r *reader) within(start, end int) []template.Place {
	from := sort.Search(len(r.places), func(i int) bool { return r.places[i].Start >= start })
	to := sort.Search(len(r.places), func(i int) bool { return r.places[i].Start >= end })
	return r.places[from:max(from, to)]
}

// A writing is a scalar that is read along with what the library made of it.
type writing struct {
	*reader
	value string // what is still to come
	i     int
	out   excerpt.Builder
	quote excerpt.Quote
}

// keep writes a part of the text as it stands there, with holes for the places in it, if it is what has to come.
func (w *writing) keep(start, end int) bool {
	rest, ok := strings.CutPrefix(w.value, w.src[start:end])
	if !ok {
		return false
	}
	w.value = rest
	w.verbatim(start, end)
	return true
}

// verbatim writes a part of the text as it stands there, with holes for the places in it.
func (w *writing) verbatim(start, end int) {
	for _, p := range w.within(start, end) {
		w.out.Keep(w.text.Slice(start, p.Start).Within(w.quote))
		w.hole(p.Start, min(p.End, end))
		start = min(p.End, end)
	}
	w.out.Keep(w.text.Slice(start, end).Within(w.quote))
}

// hole writes that what stands somewhere is not known.
func (w *writing) hole(start, end int) {
	w.out.Put(string(identity.Unknown()), w.text.Slice(start, end).Within(w.quote))
}

// put writes what a part of the text means, if that is what has to come.
func (w *writing) put(s string, start, end int) bool {
	rest, ok := strings.CutPrefix(w.value, s)
	if !ok {
		return false
	}
	w.value = rest
	w.out.Put(s, w.text.Slice(start, end).Within(w.quote))
	return true
}

// fold writes what line breaks with blanks around mean: one blank, or a break for each but the first. Lines on which only
// templates stand are holes.
func (w *writing) fold(start, end int) bool {
	n := 0
	for n < len(w.value) && strings.ContainsRune("\n\u2028\u2029", rune(w.value[n])) {
		n++
	}
	if places := w.within(start, end); len(places) > 0 {
		if n == 0 && strings.HasPrefix(w.value, " ") {
			n = 1
		}
		w.value = w.value[n:]
		w.out.Put(" ", w.text.Slice(start, end).Within(w.quote))
		w.hole(start, end)
		w.out.Put(" ", w.text.Slice(start, end).Within(w.quote))
		return true
	}
	if n == 0 {
		return w.put(" ", start, end)
	}
	return w.put(w.value[:n], start, end)
}

// plain reads a scalar without quotes. It ends where the value ends.
func (w *writing) plain() bool {
	w.quote = plain(w.flow > 0)
	for w.value != "" {
		start := w.i
		for w.i < len(w.src) && w.i-start < len(w.value) && !isSpace(w.src, w.i) {
			w.i++
		}
		blank := w.i
		for w.i < len(w.src) && (w.src[w.i] == ' ' || w.src[w.i] == '\t') {
			w.i++
		}
		switch {
		case breakAt(w.src, w.i) > 0 && blank-start < len(w.value):
			if !w.keep(start, blank) {
				return false
			}
			w.spaces()
			if !w.fold(blank, w.i) {
				return false
			}
		default:
			w.i = min(w.i, start+len(w.value))
			if w.i == start || !w.keep(start, w.i) {
				return false
			}
		}
	}
	return true
}

// isSpace reports whether a blank or line break stands at byte i.
func isSpace(s string, i int) bool { return s[i] == ' ' || s[i] == '\t' || breakAt(s, i) > 0 }

// spaces skips blanks and line breaks.
func (w *writing) spaces() {
	for w.i < len(w.src) && isSpace(w.src, w.i) {
		w.i += max(1, breakAt(w.src, w.i))
	}
}

// single reads a scalar between single quotes.
func (w *writing) single() bool {
	w.quote = single
	for w.i++; w.i < len(w.src); {
		start := w.i
		for w.i < len(w.src) && w.src[w.i] != '\'' && !isSpace(w.src, w.i) {
			w.i++
		}
		if !w.keep(start, w.i) {
			return false
		}
		switch {
		case w.i >= len(w.src):
			return false
		case w.src[w.i] != '\'':
			if !w.blank() {
				return false
			}
		case strings.HasPrefix(w.src[w.i:], "''"):
			if !w.put("'", w.i, w.i+2) {
				return false
			}
			w.i += 2
		default:
			w.i++
			return w.value == ""
		}
	}
	return false
}

// blank reads blanks and line breaks between quotes.
func (w *writing) blank() bool {
	start := w.i
	for w.i < len(w.src) && (w.src[w.i] == ' ' || w.src[w.i] == '\t') {
		w.i++
	}
	if breakAt(w.src, w.i) == 0 {
		return w.keep(start, w.i)
	}
	w.spaces()
	return w.fold(start, w.i)
}
