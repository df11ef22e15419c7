package python

import (
	"regexp"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// A file is a program, or a part of one, taken apart.
type file struct {
	site.Reading

	text excerpt.Text
	src  string

	systemWord, idWord, runWord, idFlag, askFlag, arcWord *regexp.Regexp

	tokens     []token
	parents    []int // the bracket or string that each token stands in, or -1
	statements []statement
	blocks     []block
	heads      map[int]int // blocks by the first token of their head
	matches    bool        // there is a match statement
	calls      []call
	callAt     map[int]int         // calls by their parenthesis
	scopes     map[int]*scope      // by their block
	attributes map[string]*binding // what is assigned to attributes, by their names
	places     map[string][]int    // where names stand
	fuel       int                 // how many operands may yet be looked at: what bounds the work on names that stand for one another
}

// parse takes a program apart.
func parse(t excerpt.Text, r site.Reading) *file {
	f := &file{text: t, src: t.String(), Reading: r, heads: make(map[int]int), callAt: make(map[int]int)}
	f.systemWord, f.idWord = regexp.MustCompile(identity.SystemWord), regexp.MustCompile(idWord)
	f.arcWord = regexp.MustCompile(arcWord)
	f.runWord, f.idFlag, f.askFlag = regexp.MustCompile(runWord), regexp.MustCompile(idFlag), regexp.MustCompile(askFlag)
	f.tokens = scan(f.src)
	f.nest()
	f.layout()
	f.calls = f.findCalls()
	for i, c := range f.calls {
		f.callAt[c.open] = i
	}
	f.bind()
	f.fuel = 10000 + 20*len(f.tokens)
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

// uses returns where the name or the attribute at token i is used elsewhere, as far as it can be that one.
func (f *file) uses(i int) []int {
	if f.places == nil {
		f.places = make(map[string][]int)
		for j, t := range f.tokens {
			if t.kind == name {
				f.places[f.word(j)] = append(f.places[f.word(j)], j)
			}
		}
	}
	isAttribute := f.word(i-1) == "." || f.blocks[f.scopeOf(i)].word == classWord
	target := f.lookup(f.word(i), i)
	var out []int
	for _, j := range f.places[f.word(i)] {
		if f.fuel--; f.fuel < 0 {
			return out
		}
		switch {
		case j == i || f.isKeywordName(j):
		case f.word(j-1) == ".":
			if isAttribute {
				out = append(out, j)
			}
		default:
			if b := f.lookup(f.word(j), j); b == target && target != nil && f.word(i-1) != "." {
				out = append(out, j)
			}
		}
	}
	return out
}

// isKeywordName reports whether token i is the name of a keyword argument.
func (f *file) isKeywordName(i int) bool {
	if f.word(i+1) != "=" || f.parents[i] < 0 {
		return false
	}
	_, ok := f.callAt[f.parents[i]]
	return ok
}
