package python

import (
	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
)

// A file is a program, or a part of one, taken apart.
type file struct {
	text excerpt.Text
	src  string
	site.Reading

	tokens     []token
	parents    []int // the bracket or string that each token stands in, or -1
	statements []statement
	blocks     []block
	heads      map[int]int // blocks by the first token of their head
	calls      []call
	callAt     map[int]int // calls by their parenthesis
}

// parse takes a program apart.
func parse(t excerpt.Text, r site.Reading) *file {
	f := &file{text: t, src: t.String(), Reading: r, heads: make(map[int]int), callAt: make(map[int]int)}
	f.tokens = scan(f.src)
	f.nest()
	f.layout()
	f.calls = f.findCalls()
	for i, c := range f.calls {
		f.callAt[c.open] = i
	}
	return f
}

// nest finds what each token stands in.
func (f *file) nest() {
	f.parents = make([]int, len(f.tokens))
	around := -1
	for i, t := range f.tokens {
		if (t.kind == closing || t.kind == end) && t.match >= 0 {
			around = f.parents[t.match]
		}
		f.parents[i] = around
		if t.match > i {
			around = i
		}
	}
}

// word returns the text of token i, or "" if there is none.
func (f *file) word(i int) string {
	if i < 0 || i >= len(f.tokens) {
		return ""
	}
	return f.src[f.tokens[i].from:f.tokens[i].to]
}

// at returns the text of the tokens [i, end).
func (f *file) at(i, end int) excerpt.Text {
	if i >= end {
		return excerpt.Text{}
	}
	return f.text.Slice(f.tokens[i].from, f.tokens[end-1].to)
}
