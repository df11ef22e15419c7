package literals

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
)

const maxBindings = 20 // nobody writes more of them in a file

// A binding is a name that a string was given to.
type binding struct {
	text    excerpt.Text
	at      int // the token of the name
	times   int
	unclear bool // it may get more than it was given
	used    bool // it is a part of other text
}

// bind notes the names of all strings that may be a part of a URL.
//
// Have: x = "…"; const X: &str = "…"; char x[] = "…"; static final String X = "…"
func (c *code) bind() {
	for i := range c.tokens {
		if word := c.word(i); word != "=" && word != ":=" {
			continue
		}
		at := c.named(i)
		if at < 0 {
			continue
		}
		if known := c.bindings[c.word(at)]; known != nil {
			known.times++
			continue
		}
		if len(c.bindings) == maxBindings || !c.is(i+1, str) || !isURLPart(c.source[c.tokens[i+1].start:c.tokens[i+1].end]) {
			continue
		}
		c.bindings[c.word(at)] = &binding{at: at, times: 1}
		if t, _, ok := c.evaluate(c.expression(i + 1)); ok {
			c.bindings[c.word(at)].text = t
		}
	}
	for i, t := range c.tokens {
		if t.kind == str {
			c.useWithin(i)
		}
		if known := c.bindings[c.word(i)]; known != nil && i != known.at && c.is(i, name) {
			c.use(known, i)
		}
	}
}

func isURLPart(s string) bool {
	return strings.Contains(s, "/") && (hasPath(s) || strings.Contains(s, "169.254.169.254")) || strings.Contains(s, "localhost")
}

// named returns the token of the name that is assigned to at i, or -1.
func (c *code) named(i int) int {
	at := i - 1
	if at >= 0 && c.word(at) == "]" && c.partner[at] > 0 {
		at = c.partner[at] - 1
	}
	if !c.is(at, name) {
		return -1
	}
	for back := at - 1; back > 0 && back > at-8; back-- {
		word := c.word(back)
		if word == ":" && c.is(back-1, name) && !c.tokens[back].newline {
			return back - 1
		}
		if ends(word) {
			break
		}
	}
	return at
}

// use notes what becomes of a name.
func (c *code) use(known *binding, i int) {
	switch next := c.word(i + 1); {
	case next == "+=" || next == ".=" || next == "<>" || next == "<" && c.word(i+2) == "<":
		known.unclear = true
	case c.isJoin(i+1) || c.isJoin(i-1):
		known.used = true
	case next == "." && c.is(i+2, name) && !isHarmless(strings.ToLower(c.word(i+2))):
		known.unclear = true
	}
}

// useWithin notes the names that a string has in its holes.
func (c *code) useWithin(i int) {
	s := c.source[c.tokens[i].start:c.tokens[i].end]
	if len(c.bindings) == 0 || !strings.ContainsAny(s, "{($") {
		return
	}
	for of, known := range c.bindings {
		if at := strings.Index(s, of); at > 0 && strings.IndexByte("{($ .", s[at-1]) >= 0 && i != known.at+2 {
			known.used, c.holders[i] = true, true
		}
	}
}

// standsFor returns a text in the place of another, a name for instance.
func standsFor(t, at excerpt.Text) excerpt.Text {
	var b excerpt.Builder
	b.Put(t.String(), at)
	return b.Text()
}

// value returns the text of a name that has one.
func (c *code) value(of string) (excerpt.Text, bool) {
	known := c.bindings[of]
	if known == nil || known.times != 1 || known.unclear || known.text.Len() == 0 {
		return excerpt.Text{}, false
	}
	return known.text, true
}
