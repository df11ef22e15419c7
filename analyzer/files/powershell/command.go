package powershell

import (
	"strings"
)

// pipeline reads commands and expressions that are joined by |, && or ||.
func (p *parser) pipeline() *stmt {
	first := p.element()
	for last := first; last != nil; last = last.next {
		p.blank()
		before := p.at
		switch {
		case p.has("||"), p.has("&&"):
			p.at += 2
		case p.peek(0) == '|':
			p.at++
		default:
			if p.peek(0) == '&' {
				p.at++
			}
			return first
		}
		p.space(false)
		if p.end() || p.closes() {
			p.at = max(p.at, before)
			return first
		}
		last.next = p.element()
	}
	return first
}

// element reads one command, expression or assignment.
func (p *parser) element() *stmt {
	s := &stmt{start: p.at}
	c, next := p.peek(0), p.peek(1)
	calls := (c == '&' && next != '&') || c == '.' && strings.IndexByte(" \t\"'$({", next) >= 0
	switch {
	case calls:
		p.at++
		p.blank()
		p.command(s)
	case strings.IndexByte("$\"'([!,", c) >= 0, c == '@' && next != 0 && strings.IndexByte("({\"'", next) >= 0,
		isDigit(c) && !isLetter(next), c == '{', (c == '-' || c == '+'):
		p.assignment(s)
	default:
		p.command(s)
	}
	switch {
	case s.target != nil:
		s.end = p.at
		if s.value != nil {
			s.end = s.value.end
		}
	case len(s.words) == 0:
		return nil
	default:
		s.end = s.words[len(s.words)-1].end
	}
	return s
}

// command reads the words of a command.
func (p *parser) command(s *stmt) {
	s.command = true
	for {
		p.blank()
		if p.ends() {
			return
		}
		if p.has("--%") {
			p.verbatim(s)
			return
		}
		before := p.at
		if p.redirection() {
			continue
		}
		if w := p.argument(); w != nil {
			s.words = append(s.words, w)
		}
		if p.at == before {
			p.at++
		}
	}
}

// redirection passes over one.
//
// Have: 2>&1, > file, *>> $log
func (p *parser) redirection() bool {
	i := 0
	if c := p.peek(0); isDigit(c) || c == '*' {
		i = 1
	}
	if p.peek(i) != '>' {
		return false
	}
	p.at += i
	for p.peek(0) == '>' {
		p.at++
	}
	if p.peek(0) == '&' && isDigit(p.peek(1)) {
		p.at += 2
		return true
	}
	if p.blank(); !p.ends() {
		p.argument()
	}
	return true
}

// verbatim reads words behind --%, which PowerShell hands on as they are.
func (p *parser) verbatim(s *stmt) {
	p.at += len("--%")
	for !p.end() && p.s[p.at] != '\n' && p.s[p.at] != '\r' && p.s[p.at] != '|' {
		if p.s[p.at] == ' ' || p.s[p.at] == '\t' {
			p.at++
			continue
		}
		start := p.at
		text := p.upTo(" \t|")
		w := &expr{kind: word, start: start, end: p.at, quote: '%'}
		if strings.ContainsAny(text, `%"'`) {
			w.pieces = []piece{{start: start, end: p.at, value: &expr{kind: opaque, start: start, end: p.at}}}
		} else {
			w.pieces = []piece{{start: start, end: p.at}}
		}
		s.words = append(s.words, w)
	}
}

// assignment reads an expression, and what is assigned to it.
func (p *parser) assignment(s *stmt) {
	left := p.expression(0)
	if left == nil {
		return
	}
	s.words = []*expr{left}
	p.blank()
	for _, operator := range []string{"??=", "+=", "-=", "*=", "/=", "%=", "="} {
		if p.has(operator) {
			s.target, s.operator, s.words = left, operator, nil
			p.at += len(operator)
			p.space(false)
			if !p.end() && !p.closes() {
				p.nested(func() { s.value = p.statement() })
			}
			return
		}
	}
}
