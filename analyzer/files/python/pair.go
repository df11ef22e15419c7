package python

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// addPair returns the edits that put a pair and the ID behind it into a URL, behind its first i bytes.
func (f *file) addPair(e *expression, i int, pair string) []identity.Edit {
	if e.pairs != nil {
		return f.addEntry(e.pairs, strings.Trim(pair, "?&="), e.first)
	}
	p, ok := e.pieceAt(i)
	switch {
	case !ok && i == e.size:
		return f.addBehind(e, `"`, pair)
	case !ok || !f.takes(p.token):
		return nil
	case f.tokens[p.token].kind == begin && !f.isFormatted(p.token):
		return f.addField(p, i, pair)
	case f.tokens[p.token].kind == plain && p.token == f.last(e) && i == e.size:
		return f.lengthen(p.token, pair)
	case i == e.size:
		return f.addBehind(e, f.quote(p.token)[:1], pair)
	case f.tokens[p.token].kind == plain && !f.isText(p.token-1) && !f.isText(p.token+1) && !f.isFormatted(p.token):
		return f.addBetween(p, i, pair)
	}
	return nil
}

// addBehind adds a pair to the end of a sum.
func (f *file) addBehind(e *expression, quote, pair string) []identity.Edit {
	variable, edits, ok := f.variable(e.first, quote)
	if !ok {
		return nil
	}
	at, ok := f.insert(f.tokens[e.end-1].to, " + "+quote+pair+quote+" + "+variable)
	return collect(edits, at, ok)
}

// addBetween adds a pair within a string without fields.
func (f *file) addBetween(p piece, i int, pair string) []identity.Edit {
	quote := f.quote(p.token)
	variable, edits, ok := f.variable(p.token, quote[:1])
	if !ok {
		return nil
	}
	e, ok := f.insert(p.from+i-p.at, pair+quote+" + "+variable+" + "+f.prefix(p.token)+quote)
	return collect(edits, e, ok)
}

// last returns the last token of an expression, inside of parentheses that only hold it together.
func (f *file) last(e *expression) int {
	i := e.end - 1
	for f.word(i) == ")" && f.tokens[i].match > 0 && !f.endsOperand(f.tokens[i].match-1) {
		i--
	}
	return i
}

func collect(edits []identity.Edit, e identity.Edit, ok bool) []identity.Edit {
	if !ok {
		return nil
	}
	return append(edits, e)
}

// pieceAt returns the part of a string that byte i stands in or at the end of.
func (b *builder) pieceAt(i int) (piece, bool) {
	for _, p := range slices.Backward(b.pieces) {
		if p.at <= i && i <= p.at+p.size {
			return p, true
		}
	}
	return piece{}, false
}

// takes reports whether the string at token i is one that text can be added to: no bytes, no template.
func (f *file) takes(i int) bool { return !strings.ContainsAny(f.prefix(i), "bBtT") }

// isFormatted reports whether the string at token i, or those beside it, are formatted.
func (f *file) isFormatted(i int) bool {
	for i < len(f.tokens) && f.isText(i) {
		i = f.next(i)
	}
	return f.word(i) == "%" || f.word(i) == "."
}

// addField adds a pair to a string with fields.
func (f *file) addField(p piece, i int, pair string) []identity.Edit {
	quote := `"`
	if strings.HasPrefix(f.quote(p.token), quote) {
		quote = "'"
	}
	variable, edits, ok := f.variable(p.token, quote)
	if !ok {
		return nil
	}
	e, ok := f.insert(p.from+i-p.at, pair+"{"+variable+"}")
	return collect(edits, e, ok)
}

// lengthen adds a pair to the last string of a sum.
func (f *file) lengthen(i int, pair string) []identity.Edit {
	t := f.tokens[i]
	quotes := f.quote(i)
	variable, edits, usable := f.variable(i, quotes[:1])
	if !usable || t.to-t.from < 2*len(quotes) || !strings.HasSuffix(f.word(i), quotes) {
		return nil
	}
	inside, ok := f.insert(t.to-len(quotes), pair)
	behind, done := f.insert(t.to, " + "+variable)
	if !ok || !done {
		return nil
	}
	return append(edits, inside, behind)
}

// addEntry adds the ID to pairs, or replaces one that is empty.
func (f *file) addEntry(d *pairs, key string, at int) []identity.Edit {
	quote := `"`
	if len(d.entries) > 0 && strings.HasPrefix(f.word(d.entries[0].at), "'") {
		quote = "'"
	}
	variable, edits, ok := f.variable(at, quote)
	if !ok {
		return nil
	}
	for _, e := range d.entries {
		if e.key == key {
			at, done := f.replace(e.first, e.end, variable)
			return collect(edits, at, done)
		}
	}
	bracket, item := d.first, quote+key+quote+": "+variable
	switch d.form {
	case '(':
		bracket, item = d.first+1, key+"="+variable
	case '[':
		item = "(" + quote + key + quote + ", " + variable + ")"
	}
	e, done := f.appendTo(bracket, item)
	return collect(edits, e, done)
}
