package powershell

import "strings"

// variable reads one. In a string, no question mark ends it either, but members are no part of it.
//
// Have: $name, $env:NAME, ${a name}, $_
func (p *parser) variable(inText bool) *expr {
	e := &expr{kind: variable, start: p.at}
	p.at++
	switch c := p.peek(0); {
	case c == '{':
		p.at++
		e.name = strings.ToLower(p.upTo("}"))
		if p.peek(0) == '}' {
			p.at++
		}
	case isName(c):
		from := p.at
		for isName(p.peek(0)) || p.peek(0) == ':' && p.peek(1) != ':' && isName(p.peek(1)) {
			p.at++
		}
		e.name = strings.ToLower(p.s[from:p.at])
	case c == '$' || c == '^':
		p.at++
	case !inText:
		e.kind = opaque
	}
	e.end = p.at
	return e
}

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

// argument reads a word of a command, or several with commas between them.
func (p *parser) argument() (first *expr) {
	p.nested(func() { first = p.arguments() })
	return first
}

func (p *parser) arguments() *expr {
	first := p.one()
	if first == nil || first.kind == parameter {
		return first
	}
	for {
		before := p.at
		p.blank()
		if p.peek(0) != ',' {
			p.at = before
			return first
		}
		p.at++
		p.space(false)
		if first.kind != list {
			first = &expr{kind: list, start: first.start, end: first.end, kids: []*expr{first}}
		}
		if p.ends() {
			return first
		}
		if next := p.one(); next != nil {
			first.kids = append(first.kids, next)
			first.end = next.end
		}
	}
}

// one reads a word.
func (p *parser) one() *expr {
	next := p.peek(1)
	switch p.peek(0) {
	case '@':
		if isLetter(next) {
			return p.splat()
		}
	case '-':
		if isLetter(next) {
			return p.parameter()
		}
		return p.bare(nil)
	case '$':
		return p.valueWord()
	case '"', '\'', '(', '{':
	default:
		return p.bare(nil)
	}
	e := p.primary()
	if e == nil || e.kind == block {
		return e
	}
	return p.behind(e)
}

// splat reads a table or list that is given as words.
//
// Have: @params
func (p *parser) splat() *expr {
	e := &expr{kind: splat, start: p.at}
	p.at++
	from := p.at
	for isLetter(p.peek(0)) || isDigit(p.peek(0)) || p.peek(0) == ':' {
		p.at++
	}
	e.name, e.end = strings.ToLower(p.s[from:p.at]), p.at
	return e
}

// valueWord reads a word that begins with a value.
//
// Have: $x, $x.Name, $base/path
func (p *parser) valueWord() *expr {
	if !p.putsIn() {
		return p.bare(nil)
	}
	e := p.behind(p.primary())
	if !p.ends() && strings.IndexByte(" \t,({<>`\"'", p.s[p.at]) < 0 {
		return p.bare(e)
	}
	return e
}

// parameter reads the name of one, and its value if that belongs to the same word.
//
// Have: -Name, -Name:$value, -n=value
func (p *parser) parameter() *expr {
	start := p.at
	n := strings.IndexAny(p.s[p.at:], " \t\r\n:;|,(){}[\"'`$&")
	if n < 0 {
		n = len(p.s) - p.at
	}
	e := &expr{kind: parameter, start: start, end: start + n, name: strings.ToLower(p.s[start+1 : start+n])}
	e.pieces = []piece{{start: start, end: start + n}}
	p.at += n
	switch p.peek(0) {
	case ':':
		p.at++
		e.pieces[0].end++
		if p.blank(); !p.ends() {
			if v := p.argument(); v != nil {
				e.kids = []*expr{v}
			}
		}
	case '"', '\'', '$': // the word of another program
		rest := p.bare(nil)
		e.pieces = append(e.pieces, rest.pieces...)
		e.name = ""
	}
	e.end = p.at
	return e
}

// bare reads a word without quotes, of which a first part may have been read.
func (p *parser) bare(first *expr) *expr {
	e := &expr{kind: word, start: p.at}
	if first != nil {
		e.start = first.start
		e.pieces = []piece{{start: first.start, end: first.end, value: first}}
	}
	from := p.at
	for !p.end() && strings.IndexByte(" \t\r\n;|&(){},<>", p.s[p.at]) < 0 && !p.closes() {
		switch c := p.s[p.at]; {
		case c == '"', c == '\'':
			e.keep(from, p.at)
			q := p.text(c)
			q.joined = true
			e.pieces = append(e.pieces, piece{start: q.start, end: q.end, value: q})
			from = p.at
		case c == '`' && (p.peek(1) == '\n' || p.peek(1) == '\r'):
			e.keep(from, p.at)
			e.end = p.at
			return e
		default:
			from = p.inText(e, from)
		}
	}
	e.keep(from, p.at)
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
