package python

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// pairsOf appends the query that a call makes of pairs.
//
// Have: urlencode({"resource": r}), urllib.parse.urlencode(params)
func (f *file) pairsOf(b *builder, i, stop, depth int) bool {
	n, ok := f.callAt[f.previousBracket(stop)]
	if !ok || f.calls[n].first != i || f.method(f.calls[n]) != "urlencode" || len(f.calls[n].args) == 0 {
		return false
	}
	d, ok := f.pairs(f.calls[n].args[0].first, f.calls[n].args[0].end, depth-1)
	if !ok || d.open {
		return false
	}
	f.query(b, d, depth)
	if b.pairs == nil {
		b.pairs = d
	}
	return true
}

// previousBracket returns the bracket that is closed before token i.
func (f *file) previousBracket(i int) int {
	if i > 0 && f.tokens[i-1].kind == closing {
		return f.tokens[i-1].match
	}
	return -1
}

// query appends pairs as a query has them.
func (f *file) query(b *builder, d *pairs, depth int) {
	for n, e := range d.entries {
		key := e.key + "="
		if n > 0 {
			key = "&" + key
		}
		b.put(string(identity.Text(key)), f.at(e.at, e.end))
		f.value(b, e, depth)
	}
}

// value appends the value of a pair.
func (f *file) value(b *builder, e entry, depth int) {
	var known builder
	known.holes = b.holes
	switch v, _ := f.given(e.first, e.end); {
	case v == identity.Absent:
	case f.express(&known, e.first, e.end, asIs, depth-1):
		b.put(known.Text().String(), f.at(e.first, e.end))
		b.holes = known.holes
	default:
		b.hole(f.at(e.first, e.end))
	}
}

// given judges the tokens [i, stop) as an ID: Absent for None and for an empty string, Present if it is known, or Unsure. It
// takes whatever the program gets from elsewhere for given.
func (f *file) given(i, stop int) (identity.Verdict, identity.Word) {
	i, stop = f.unwrap(i, stop)
	for range maxDepth {
		if stop == i+1 && f.word(i) == "None" {
			return identity.Absent, ""
		}
		v, ok := f.constant(i, stop)
		if !ok {
			break
		}
		if stop > i+1 { // an attribute may be a default that every object has another value for
			return identity.Unsure, ""
		}
		i, stop = f.unwrap(v.first, v.end)
	}
	var b builder
	if !f.express(&b, i, stop, asIs, maxDepth) {
		return identity.Unsure, ""
	}
	word := b.Text().Word()
	if word == "" {
		return identity.Absent, ""
	}
	return identity.Present, word
}

// hasWord reports whether one of the tokens [i, stop) is one of some words.
func (f *file) hasWord(i, stop int, words ...string) bool {
	return slices.ContainsFunc(f.tokens[i:stop], func(t token) bool {
		return t.kind != plain && slices.Contains(words, strings.ToLower(f.src[t.from:t.to]))
	})
}
