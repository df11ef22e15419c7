package powershell

import (
	"strings"
)

// fresh reads statements in which a comma is an operator again.
func (p *parser) fresh(read func() []*stmt) []*stmt {
	before := p.inArgs
	p.inArgs = 0
	out := read()
	p.inArgs = before
	return out
}

// group reads statements in brackets, of which the first has n bytes.
func (p *parser) group(n int, closer byte) *expr {
	e := &expr{kind: group, start: p.at, array: p.peek(0) == '@'}
	if closer == '}' {
		e.kind = block
	}
	if p.into(closer) {
		p.at += n
		e.body = p.fresh(p.statements)
		p.out(closer)
	}
	e.end = p.at
	return e
}

// brackets reads the name of a type, or an attribute.
//
// Have: [string], [Parameter(Mandatory = $true)], [Net.WebClient]
func (p *parser) brackets() *expr {
	e := &expr{kind: typeName, start: p.at}
	if !p.into(']') {
		return e
	}
	p.at++
	from := p.at
	for !p.end() && p.s[p.at] != ']' && p.s[p.at] != '\n' && p.s[p.at] != ';' {
		switch c := p.s[p.at]; {
		case c == '[':
			p.brackets()
		case c == '(':
			p.group(1, ')')
		case p.closes():
			p.out(']')
			return e
		default:
			p.at++
		}
		if p.depth >= maxDepth {
			p.at = len(p.s)
		}
	}
	e.name = strings.ToLower(strings.TrimSpace(p.s[min(from, len(p.s)):min(p.at, len(p.s))]))
	p.out(']')
	e.end = p.at
	return e
}

// table reads a hashtable.
func (p *parser) table() *expr {
	e := &expr{kind: table, start: p.at}
	if !p.into('}') {
		return e
	}
	p.at += 2
	args := p.inArgs
	p.inArgs = 0
	for {
		p.space(true)
		if p.end() || p.closes() {
			break
		}
		before := p.at
		e.entries = append(e.entries, p.entry())
		if p.at == before {
			p.at++
		}
	}
	p.inArgs = args
	p.out('}')
	e.end = p.at
	return e
}

func (p *parser) entry() entry {
	out := entry{start: p.at}
	if c := p.s[p.at]; isLetter(c) || isDigit(c) {
		n := strings.IndexAny(p.s[p.at:], " \t\r\n=;})")
		if n < 0 {
			n = len(p.s) - p.at
		}
		out.key = &expr{kind: word, start: p.at, end: p.at + n, pieces: []piece{{start: p.at, end: p.at + n}}}
		p.at += n
	} else {
		out.key = p.operand()
	}
	p.blank()
	if p.peek(0) == '=' {
		p.at++
		p.space(false)
		if !p.end() && !p.closes() {
			out.value = p.statement()
		}
	}
	out.end = p.at
	if out.value != nil {
		out.end = out.value.end
	}
	return out
}
