package powershell

import (
	"strings"
)

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
