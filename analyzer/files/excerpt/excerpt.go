// Package excerpt holds text that was taken out of a file, such as the script in a YAML scalar. A text knows where each of its
// bytes stands in the file, and how what is written into it has to be quoted there, however deep it stands in other text.
package excerpt

import (
	"slices"
	"sort"

	"github.com/whichid/whichid/analyzer/identity"
)

// A Text is text out of a file. The zero value is empty text that stands nowhere. A Text does not change: methods return new ones.
type Text struct {
	s    string
	runs []run // in the order of s, without gaps
}

// A run is a part of a text that comes from one place.
type run struct {
	from       int // in the text
	start, end int // in the file
	verbatim   bool
	quote      Quote
}

// A Quote writes text as it has to stand within quotes, or reports that it cannot stand there.
type Quote func(s string) (quoted string, ok bool)

// File returns the whole text of a file.
func File(s string) Text {
	if s == "" {
		return Text{}
	}
	return Text{s, []run{{end: len(s), verbatim: true}}}
}

// String returns the text.
func (t Text) String() string { return t.s }

// Word returns the text as a Word: holes that were put into it are its holes.
func (t Text) Word() identity.Word { return identity.Word(t.s) }

// Len returns the number of bytes.
func (t Text) Len() int { return len(t.s) }

// Slice returns the bytes [i, j) of the text. A part of what stands for something else stands for all of that.
func (t Text) Slice(i, j int) Text {
	if i >= j {
		return Text{}
	}
	out := Text{s: t.s[i:j]}
	for n := t.at(i); n < len(t.runs) && t.runs[n].from < j; n++ {
		r := t.runs[n]
		if r.verbatim {
			r.end = r.start + min(t.to(n), j) - r.from
			r.start += max(i-r.from, 0)
		}
		r.from = max(r.from-i, 0)
		out.runs = append(out.runs, r)
	}
	return out
}

// Span returns the bytes of the file that the text was taken from: from the first to the last, with what was left out
// between them. Where a variable brings in what stands elsewhere, they end in front of that. The span is empty, and at 0, for text that
// stands nowhere.
func (t Text) Span() (start, end int) {
	known := false
	for _, r := range t.runs {
		switch {
		case r.isNowhere():
		case !known:
			start, end, known = r.start, r.end, true
		case r.start < start || r.end < end:
			return start, end
		default:
			end = r.end
		}
	}
	return start, end
}

// Within returns the text as text within quotes: what is written into it is quoted, and then quoted for what is around.
func (t Text) Within(quote Quote) Text {
	out := Text{s: t.s, runs: slices.Clone(t.runs)}
	for i := range out.runs {
		around := out.runs[i].quote
		out.runs[i].quote = func(s string) (string, bool) {
			s, ok := quote(s)
			if !ok || around == nil {
				return s, ok
			}
			return around(s)
		}
	}
	return out
}

// Insert returns the edit that writes s behind the first i bytes of the text, if it can stand there.
func (t Text) Insert(i int, s string) (identity.Edit, bool) {
	if len(t.runs) == 0 || i < 0 || i > len(t.s) {
		return identity.Edit{}, false
	}
	n := t.at(max(i-1, 0))
	r := t.runs[n]
	place := r.start + i - r.from
	switch {
	case r.isNowhere():
		return identity.Edit{}, false
	case i == 0 || i == r.from:
		place = r.start
	case i == t.to(n):
		place = r.end
	case !r.verbatim:
		return identity.Edit{}, false
	}
	return r.edit(place, place, s)
}

// Replace returns the edit that writes s for the bytes [i, j), if they stand in one place and as they are.
func (t Text) Replace(i, j int, s string) (identity.Edit, bool) {
	if i < 0 || i >= j || j > len(t.s) {
		return identity.Edit{}, false
	}
	n := t.at(i)
	r := t.runs[n]
	if !r.verbatim || j > t.to(n) {
		return identity.Edit{}, false
	}
	return r.edit(r.start+i-r.from, r.start+j-r.from, s)
}

// Edits returns an edit as a list, which is empty if there is none.
//
// Have: Edits(t.Insert(i, s))
func Edits(edit identity.Edit, ok bool) []identity.Edit {
	if !ok {
		return nil
	}
	return []identity.Edit{edit}
}

// at returns the index of the run that holds byte i.
func (t Text) at(i int) int {
	return sort.Search(len(t.runs), func(n int) bool { return t.runs[n].from > i }) - 1
}

// to returns the end of a run in the text.
func (t Text) to(n int) int {
	if n+1 < len(t.runs) {
		return t.runs[n+1].from
	}
	return len(t.s)
}

// isNowhere tells whether a run stands for nothing in the file.
func (r run) isNowhere() bool { return r.end == 0 }

func (r run) edit(start, end int, s string) (identity.Edit, bool) {
	if r.quote != nil {
		quoted, ok := r.quote(s)
		if !ok {
			return identity.Edit{}, false
		}
		s = quoted
	}
	return identity.Edit{Start: start, End: end, New: s}, true
}

// A Builder puts a text together. The zero value is ready for use.
type Builder struct {
	s    []byte
	runs []run
}

// Keep appends a text as it is.
func (b *Builder) Keep(t Text) {
	for _, r := range t.runs {
		r.from += len(b.s)
		b.runs = append(b.runs, r)
	}
	b.s = append(b.s, t.s...)
}

// Put appends s, which stands for a text: what an escape means, say, or a hole for what is not known.
func (b *Builder) Put(s string, meant Text) {
	if s == "" {
		return
	}
	r := run{from: len(b.s)}
	if len(meant.runs) > 0 {
		r.start, r.end = meant.Span()
		r.quote = meant.runs[len(meant.runs)-1].quote
	}
	b.runs = append(b.runs, r)
	b.s = append(b.s, s...)
}

// Len returns how long the text is so far.
func (b *Builder) Len() int { return len(b.s) }

// Text returns what was put together.
func (b *Builder) Text() Text { return Text{string(b.s), slices.Clone(b.runs)} }

// Join returns texts behind one another.
func Join(texts ...Text) Text {
	var b Builder
	for _, t := range texts {
		b.Keep(t)
	}
	return b.Text()
}
