package powershell

import (
	"strings"
)

// behind reads members, arguments and indexes.
func (p *parser) behind(e *expr) *expr {
	for {
		c, next := p.peek(0), p.peek(1)
		switch {
		case p.has("::"):
			p.at += 2
			e = p.member(e, true)
		case c == '.' && (isLetter(next) || strings.IndexByte("\"'$(", next) >= 0 && next != 0):
			p.at++
			e = p.member(e, false)
		case c == '[' && e.kind != word:
			e = p.index(e)
		default:
			return e
		}
	}
}

func (p *parser) member(of *expr, static bool) *expr {
	e := &expr{kind: member, start: of.start, static: static, kids: []*expr{of}}
	switch c := p.peek(0); {
	case isLetter(c):
		name := p.letters()
		e.name = strings.ToLower(name)
		p.at += len(name)
	case c == '"' || c == '\'':
		e.name = strings.ToLower(p.literal(p.text(c)))
	case c == '$':
		e.kids = append(e.kids, p.primary())
	}
	e.end = p.at
	if p.peek(0) != '(' || !p.into(')') {
		return e
	}
	p.at++
	e.kind = invocation
	p.inArgs++
	for {
		p.space(false)
		if p.end() || p.closes() {
			break
		}
		before := p.at
		if argument := p.expression(0); argument != nil {
			e.kids = append(e.kids, argument)
		}
		if p.space(false); p.peek(0) == ',' {
			p.at++
		}
		if p.at == before {
			p.at++
		}
	}
	p.inArgs--
	p.out(')')
	e.end = p.at
	return e
}

func (p *parser) index(of *expr) *expr {
	e := &expr{kind: index, start: of.start, end: p.at + 1, kids: []*expr{of}}
	if p.into(']') {
		p.at++
		inner := &expr{kind: group, start: p.at}
		inner.body = p.fresh(p.statements)
		inner.end = p.at
		e.kids = append(e.kids, inner)
		p.out(']')
	}
	e.end = p.at
	return e
}
