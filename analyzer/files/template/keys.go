package template

import (
	"slices"
	"strings"
)

// Keys returns, for the places of a text or of the beginning of one, what Neutral returns with names of keys in place of those that
// must render lines, as deeper lines which follow belong to something: for text that cannot be read otherwise.
//
// Have: {{ include "labels" . | indent 2 }} before a deeper line; - {{ toYaml . | trim }} before a line of the same item
func Keys(src string, places []Place) (string, []Place) {
	out, changed := []byte(src), slices.Clone(places)
	for i, p := range changed {
		column, from, to, ok := key(src, p)
		if !ok {
			continue
		}
		for n := from; n < to; n++ {
			out[n] = 'x'
		}
		for n := from - column; p.Line && n < from; n++ {
			out[n] = ' '
		}
		out[to-1] = ':'
		changed[i] = Place{Start: from, End: to - 1, Kind: p.Kind, Column: -1}
	}
	return string(out), changed
}

// key returns the column of a place that can be a key, and where that begins and ends.
func key(src string, p Place) (column, from, to int, ok bool) {
	if p.Kind == Control || max(p.End, p.To) > len(src) { // of a later document
		return 0, 0, 0, false
	}
	next := indentation(src[max(p.End, p.To):])
	if p.Line {
		if column = p.Column; column < 0 {
			column = p.Start - p.From
		}
		from = p.From + column
		return column, from, p.To, next > column && from+2 <= p.To
	}
	ends := p.End == len(src) || src[p.End] == '\n' || src[p.End] == '\r'
	if !ends || !strings.HasSuffix(src[:p.Start], "- ") {
		return 0, 0, 0, false
	}
	line := p.Start
	for line > 0 && (src[line-1] == ' ' || src[line-1] == '-') {
		line--
	}
	return 0, p.Start, p.End, next == p.Start-line
}

// indentation returns how far the next line that is not empty is indented, or -1.
func indentation(s string) int {
	s = s[:min(len(s), 1<<10)]
	rest := strings.TrimLeft(s, " \r\n")
	if rest == "" {
		return -1
	}
	before := s[:len(s)-len(rest)]
	n := strings.LastIndexAny(before, "\r\n")
	if n < 0 {
		return -1
	}
	return len(before) - n - 1
}
