package yaml

import (
	"slices"
	"sort"
	"strings"

	"github.com/whichid/whichid/analyzer/files/template"
)

// A lineBreak is the end of a line of a block that has not been written yet: the indentation of the next line belongs to it, so
// that text which is written behind it begins a line as it should.
type lineBreak struct{ start, end int }

// block reads a literal or folded block.
func (w *writing) block(fold bool) bool {
	for w.i < len(w.src) && breakAt(w.src, w.i) == 0 { // the header
		w.i++
	}
	header := w.i
	w.i += breakAt(w.src, w.i)
	indent, ok := w.indentation()
	switch {
	case w.value == "":
		w.i = header
		return true
	case !ok:
		return false
	case fold:
		w.quote = folded
		return w.folded(indent)
	}
	return w.literal(indent)
}

// indentation returns how far the lines of the block are indented: as far as the first line that is not blank, without the blanks
// that the value has there.
func (w *writing) indentation() (int, bool) {
	first := strings.TrimLeft(w.value, "\n ")
	line := w.value[:len(w.value)-len(first)]
	own := len(line) - 1 - strings.LastIndexByte(line, '\n')
	i := w.i
	for start := i; i < len(w.src); {
		if n := breakAt(w.src, i); n > 0 {
			i += n
			start = i
			continue
		}
		if w.src[i] != ' ' {
			return i - start - own, i-start >= own
		}
		i++
	}
	return 0, false
}

// literal reads a block whose lines are kept.
func (w *writing) literal(indent int) bool {
	var before *lineBreak
	for w.value != "" && w.i < len(w.src) {
		if places := w.onLine(); len(places) > 0 {
			before = w.templates(places, before, indent)
			continue
		}
		start := w.i
		for w.i < len(w.src) && w.src[w.i] == ' ' && w.i-start < indent {
			w.i++
		}
		w.lineBreak(before, w.i, indent-(w.i-start), indent)
		from := w.i
		for w.i < len(w.src) && breakAt(w.src, w.i) == 0 {
			w.i++
		}
		w.quote = literal(indent, w.breakOf(w.i), "")
		if !w.keep(from, w.i) {
			return false
		}
		if !strings.HasPrefix(w.value, "\n") {
			return w.value == "" // else it is a break that is kept as it is, which no script has
		}
		w.value = w.value[1:]
		before = &lineBreak{w.i, w.i + breakAt(w.src, w.i)}
		w.i = before.end
	}
	if before != nil {
		last := w.breakOf(before.start)
		w.out.Put("\n", w.text.Slice(before.start, before.end).Within(end(indent, last)))
	}
	return strings.Trim(w.value, "\n") == ""
}

// lineBreak writes a line break with the indentation behind it, of which something may be lacking.
func (w *writing) lineBreak(b *lineBreak, end, lacking, indent int) {
	if b != nil {
		quote := literal(indent, w.breakOf(b.start), strings.Repeat(" ", lacking))
		w.out.Put("\n", w.text.Slice(b.start, end).Within(quote))
	}
}

// breakOf returns the line break at a byte as it is written.
func (w *writing) breakOf(i int) string {
	if n := breakAt(w.src, i); n > 0 {
		return w.src[i : i+n]
	}
	return "\n"
}

// onLine returns the places of the line that begins here, if nothing else stands on it.
func (w *writing) onLine() []template.Place {
	from := sort.Search(len(w.places), func(i int) bool { return w.places[i].Start >= w.i })
	if from == len(w.places) || !w.places[from].Line || w.places[from].From != w.i {
		return nil
	}
	return w.within(w.i, w.places[from].To)
}

// templates reads a line that holds templates only. One that renders nothing is left out, but where the line before goes on:
// what it hides there is a part of the same command.
func (w *writing) templates(places []template.Place, before *lineBreak, indent int) *lineBreak {
	hole := slices.ContainsFunc(places, func(p template.Place) bool { return p.Kind != template.Control })
	goesOn := before != nil && before.start > 0 && w.src[before.start-1] == '\\'
	if before != nil {
		w.out.Put("\n", w.text.Slice(before.start, before.end).Within(end(indent, w.breakOf(before.start))))
	}
	start, to := places[0].From, places[0].To
	w.i = to + breakAt(w.src, to)
	empty := min(w.i-start, len(w.value)-len(strings.TrimLeft(w.value, "\n")))
	if to < w.i {
		empty = min(to-start+1, empty)
	}
	w.value = w.value[empty:]
	if hole || goesOn {
		w.quote = nil
		w.hole(start, to)
	}
	if hole && !goesOn && to < w.i {
		return &lineBreak{to, w.i}
	}
	return nil
}

// folded reads a block whose line breaks mean blanks.
func (w *writing) folded(indent int) bool {
	from := w.i
	for {
		start := w.i
		for w.i < len(w.src) {
			if n := breakAt(w.src, w.i); n > 0 {
				w.i += n
				start = w.i
				continue
			}
			if w.src[w.i] != ' ' || w.i-start == indent {
				break
			}
			w.i++
		}
		blank := w.value == "" || strings.Trim(w.value, "\n") == ""
		if blank {
			if w.value != "" {
				w.i = from + breakAt(w.src, from)
				return w.put(w.value, from, w.i)
			}
			w.i = from
			return true
		}
		if start > from && !w.fold(from, w.i) {
			return false
		}
		from = w.i
		for w.i < len(w.src) && breakAt(w.src, w.i) == 0 {
			w.i++
		}
		if from == w.i || !w.keep(from, w.i) {
			return false
		}
		from = w.i
	}
}
