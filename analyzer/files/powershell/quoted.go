package powershell

import (
	"strings"
)

// putsIn reports whether a dollar sign in text puts in a value.
func (p *parser) putsIn() bool {
	c := p.peek(1)
	return c == '(' || c == '{' || c == '$' || c == '^' || isName(c)
}

// put reads a value that is put into text.
func (p *parser) put() piece {
	start := p.at
	if p.peek(1) == '(' {
		return piece{start: start, value: p.group(2, ')'), end: p.at}
	}
	v := p.variable(true)
	return piece{start: start, value: v, end: p.at}
}

// escaped reads a backtick and what it escapes.
//
// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_special_characters
func (p *parser) escaped() piece {
	out := piece{start: p.at, escape: true}
	p.at++
	c := p.peek(0)
	if !p.end() {
		p.at++
	}
	out.end = p.at
	switch c {
	case 'n':
		out.text = "\n"
	case 't':
		out.text = "\t"
	case 'r':
		out.text = "\r"
	case '0', 'a', 'b', 'e', 'f', 'v':
		out.text = " "
	case 0:
	default:
		out.text = string(rune(c))
		if c >= 0x80 {
			out.start++ // the rune stands for itself
			out.escape, out.text = false, ""
		}
	}
	return out
}

// text reads a string.
func (p *parser) text(quote byte) *expr {
	e := &expr{kind: word, start: p.at, quote: quote}
	closed := p.last[string(quote)] > p.at
	p.at++
	if !closed {
		p.faults++
		from := p.at
		p.toLineEnd()
		e.pieces, e.end = []piece{{start: from, end: p.at}}, p.at
		return e
	}
	from := p.at
	for !p.end() {
		c := p.s[p.at]
		switch {
		case c == quote && p.peek(1) == quote:
			e.keep(from, p.at)
			e.pieces = append(e.pieces, piece{start: p.at, end: p.at + 2, escape: true, text: string(rune(quote))})
			p.at += 2
			from = p.at
		case c == quote:
			e.keep(from, p.at)
			p.at++
			e.end = p.at
			return e
		case quote == '"':
			from = p.inText(e, from)
		default:
			p.at++
		}
	}
	p.faults++
	e.keep(from, p.at)
	e.end = p.at
	return e
}

// inText reads one byte of text in which variables are put in, or what stands for more, and returns where the literal text that is
// not kept yet begins.
func (p *parser) inText(e *expr, from int) int {
	switch c := p.s[p.at]; {
	case c == '`':
		e.keep(from, p.at)
		e.pieces = append(e.pieces, p.escaped())
		return p.at
	case c == '$' && p.putsIn():
		e.keep(from, p.at)
		e.pieces = append(e.pieces, p.put())
		return p.at
	}
	p.at++
	return from
}

func (e *expr) keep(from, to int) {
	if from < to {
		e.pieces = append(e.pieces, piece{start: from, end: to})
	}
}

// here reads a here-string. One that does not end is no string.
func (p *parser) here() *expr {
	quote := p.peek(1)
	e := &expr{kind: word, start: p.at, quote: quote, here: true}
	p.at += 2
	p.upTo("")
	for p.peek(0) == '\r' {
		p.at++
	}
	closer := "\n" + string(rune(quote)) + "@"
	if p.last[closer] < p.at || p.peek(0) != '\n' {
		p.faults++
		e.end = p.at
		return e
	}
	if p.has(closer) {
		p.at += len(closer)
		e.end = p.at
		return e
	}
	p.at++
	from := p.at
	for !p.end() && !p.has(closer) && !p.has("\r"+closer) {
		if quote == '"' {
			from = p.inText(e, from)
		} else {
			p.at++
		}
	}
	e.keep(from, p.at)
	if p.peek(0) == '\r' {
		p.at++
	}
	p.at = min(p.at+len(closer), len(p.s))
	e.end = p.at
	return e
}

// literal returns the text of a word in which nothing is put in, or "".
func (p *parser) literal(e *expr) string {
	s, _ := literal(p.s, e)
	return s
}

// literal returns the text of a word in which nothing is put in.
func literal(script string, e *expr) (string, bool) {
	if e == nil || e.kind != word {
		return "", false
	}
	var out strings.Builder
	for _, part := range e.pieces {
		switch {
		case part.value != nil && part.value.kind == word && part.value.quote != 0:
			s, ok := literal(script, part.value)
			if !ok {
				return "", false
			}
			out.WriteString(s)
		case part.value != nil:
			return "", false
		case part.escape:
			out.WriteString(part.text)
		default:
			out.WriteString(script[part.start:part.end])
		}
	}
	return out.String(), true
}
