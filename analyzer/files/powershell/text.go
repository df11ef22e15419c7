package powershell

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

// Bounds of a text that is put together: pieces, and variables that stand for one another.
const (
	maxPieces   = 256
	maxFollowed = 16
)

// A builder puts together the text that an expression comes to, and knows where each part is written.
type builder struct {
	v      *visitor
	in     *scope
	b      excerpt.Builder
	n      int
	parts  []part
	pieces int
}

// A part of a text comes from one literal.
type part struct {
	from int   // in the text
	of   *expr // the word or table that it is written in, or the operand of a sum that it stands for, or nil
}

func (v *visitor) builder(in *scope) *builder { return &builder{v: v, in: in} }

// textOf returns the text of an expression.
func (v *visitor) textOf(e *expr, in *scope) excerpt.Text {
	b := v.builder(in)
	b.add(e, nil, 0)
	return b.b.Text()
}

func (b *builder) keep(start, end int, of *expr) {
	b.parts = append(b.parts, part{b.n, of})
	b.b.Keep(b.v.t.Slice(start, end))
	b.n += end - start
}

func (b *builder) put(s string, start, end int, of *expr) {
	b.parts = append(b.parts, part{b.n, of})
	b.b.Put(s, b.v.t.Slice(start, end))
	b.n += len(s)
}

// hole appends what is not known. Within a string, or a sum, something can be written behind it.
func (b *builder) hole(e, within *expr) { b.holeOf(held(e), e, within) }

func (b *builder) holeOf(what identity.Word, e, within *expr) {
	of := within
	if within != nil && within.kind == sum {
		of = e
	}
	b.put(string(what), e.start, e.end, of)
}

// putValue appends what a variable within a longer text comes to, so that what is written behind it is written there, and not into
// the value, which others may use. It does nothing where the value has the path of the endpoint, which is reported.
func (b *builder) putValue(value, e, within *expr, followed int) bool {
	inner := &builder{v: b.v, in: b.in, pieces: b.pieces}
	inner.add(value, nil, followed)
	b.pieces = inner.pieces
	text := inner.b.Text().String()
	switch {
	case mayRequest(text):
		return false
	case text == "" && !b.isAtID(): // nothing could be written behind what is no text
		text = string(identity.Unknown())
	}
	b.holeOf(identity.Word(text), e, within)
	return true
}

// held returns the hole for an expression: which variable of the environment it is, if it is one. Their names have no letter case.
//
// Have: $env:IDENTITY_ENDPOINT
func held(e *expr) identity.Word {
	if name, ok := strings.CutPrefix(e.name, "env:"); ok && e.kind == variable {
		return identity.Variable(strings.ToUpper(name))
	}
	return identity.Unknown()
}

// isAtID reports whether what is appended next is the value of a parameter that names an identity.
func (b *builder) isAtID() bool {
	text := b.b.Text().String()
	key, rest, _ := strings.Cut(text[strings.LastIndexAny(text, "?&")+1:], "=")
	return rest == "" && identity.IsIDKey(key)
}

// add appends what an expression comes to, which stands within a word or a sum or by itself. What is not known is a hole.
func (b *builder) add(e, within *expr, followed int) {
	e = e.inner()
	if e == nil {
		return
	}
	if b.pieces++; b.pieces > maxPieces {
		if b.pieces == maxPieces+1 {
			b.hole(e, nil)
		}
		return
	}
	switch e.kind {
	case word:
		b.word(e, followed)
	case sum:
		b.add(e.kids[0], e, followed)
		b.add(e.kids[1], e, followed)
	case format:
		b.format(e, within, followed)
	case variable:
		b.variable(e, within, followed)
	default:
		b.hole(e, within)
	}
}

func (b *builder) word(e *expr, followed int) {
	for _, p := range e.pieces {
		switch {
		case p.value != nil:
			b.add(p.value, e, followed)
		case p.escape:
			b.put(p.text, p.start, p.end, e)
		default:
			b.keep(p.start, p.end, e)
		}
	}
}

// variable appends the only value that a variable has, if that is written out.
//
// Have: $endpoint, after $endpoint = "http://…"
func (b *builder) variable(e, within *expr, followed int) {
	if e.name == "null" {
		return
	}
	if value := b.in.once(e.name); value != nil && followed < maxFollowed {
		inner := value.single().inner()
		if inner != nil && inner.kind == variable && strings.HasPrefix(inner.name, "env:") {
			b.holeOf(held(inner), e, within) // what is read from the environment says less than where it is used
			return
		}
		if inner != nil && (inner.kind == word || inner.kind == sum || inner.kind == format || inner.kind == variable) {
			if within == nil || !b.putValue(inner, e, within, followed+1) {
				b.add(inner, nil, followed+1)
			}
			return
		}
	}
	b.hole(e, within)
}

// format appends what a format comes to.
//
// Have: "http://…?resource={0}" -f $resource
func (b *builder) format(e, within *expr, followed int) {
	layout := e.kids[0].inner()
	arguments := []*expr{e.kids[1]}
	if e.kids[1].kind == list {
		arguments = e.kids[1].kids
	}
	text, ok := literal(b.v.s, layout)
	if !ok || len(layout.pieces) != 1 {
		b.hole(e, within)
		return
	}
	from := layout.pieces[0].start
	for {
		before, rest, found := strings.Cut(text, "{")
		b.keep(from, from+len(before), layout)
		field, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			return
		}
		if len(field) == 1 && isDigit(field[0]) && int(field[0]-'0') < len(arguments) {
			b.add(arguments[field[0]-'0'], nil, followed)
		} else {
			b.hole(layout, nil)
		}
		text = after
		from += len(before) + 1 + len(field) + 1
	}
}

// Have: a word of a string with `"`, `$` and backticks
func quoteDouble(s string) (string, bool) {
	return strings.NewReplacer("`", "``", `"`, "`\"", "$", "`$").Replace(s), true
}

func quoteSingle(s string) (string, bool) { return strings.ReplaceAll(s, "'", "''"), true }

// quoteHere is for a here-string with variables; one without takes all as it is.
func quoteHere(s string) (string, bool) {
	return strings.NewReplacer("`", "``", "$", "`$").Replace(s), true
}

// script returns the text of a string that is a script, so that what is written into it is quoted.
func (v *visitor) script(e *expr, in *scope) (excerpt.Text, bool) {
	e = e.inner()
	if e != nil && e.kind == variable {
		if value := in.once(e.name); value != nil && value.single() != nil {
			e = value.single().inner()
		}
	}
	if e == nil || e.kind != word || e.quote == 0 {
		return excerpt.Text{}, false
	}
	t := v.textOf(e, in)
	switch {
	case e.quote == '\'' && !e.here:
		t = t.Within(quoteSingle)
	case e.quote == '"' && e.here:
		t = t.Within(quoteHere)
	case e.quote == '"':
		t = t.Within(quoteDouble)
	}
	return t, true
}
