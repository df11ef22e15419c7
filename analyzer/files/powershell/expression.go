package powershell

import (
	"strings"
)

// Levels of operators, from those that bind least.
//
// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_operator_precedence
const (
	levelOther = iota + 1 // comparisons and what has no meaning here
	levelSum
	levelProduct
	levelFormat
	levelComma
)

// expression reads operands with operators that bind at least as much as a level.
func (p *parser) expression(level int) (left *expr) {
	p.nested(func() { left = p.operands(level) })
	return left
}

func (p *parser) operands(level int) *expr {
	left := p.unary()
	for left != nil {
		before := p.at
		p.blank()
		operator, at := p.operator()
		if operator == "" || at < level {
			p.at = before
			break
		}
		p.at += len(operator)
		p.space(false)
		right := p.expression(at + 1)
		if right == nil {
			break
		}
		left = combine(operator, left, right)
	}
	return left
}

func combine(operator string, left, right *expr) *expr {
	e := &expr{kind: opaque, start: left.start, end: right.end, kids: []*expr{left, right}}
	switch {
	case operator == "+":
		e.kind = sum
	case strings.EqualFold(operator, "-f"):
		e.kind = format
	case operator == "," && left.kind == list && left.quote == 0:
		left.kids = append(left.kids, right)
		left.end = right.end
		return left
	case operator == ",":
		e.kind = list
	}
	return e
}

// operator returns the operator that stands here, with its level.
func (p *parser) operator() (string, int) {
	c, next := p.peek(0), p.peek(1)
	switch c {
	case ',':
		if p.inArgs == 0 {
			return ",", levelComma
		}
	case '-', '+':
		return p.additive(c, next)
	case '*', '/', '%':
		if next != '=' {
			return string(c), levelProduct
		}
	case '.':
		if next == '.' {
			return "..", levelOther
		}
	case '?':
		switch {
		case next == '?' && p.peek(2) != '=':
			return "??", levelOther
		case next != '?':
			return "?", levelOther
		}
	case ':':
		if next != ':' {
			return ":", levelOther
		}
	}
	return "", 0
}

// additive returns an operator that begins with a sign.
//
// Have: +, -, -f, -eq, but not ++ and +=
func (p *parser) additive(c, next byte) (string, int) {
	switch {
	case c == '-' && isLetter(next):
		p.at++
		name := p.letters()
		p.at--
		if strings.EqualFold(name, "f") {
			return "-" + name, levelFormat
		}
		return "-" + name, levelOther
	case next == '=' || next == c:
		return "", 0
	}
	return string(c), levelSum
}

// unary reads an operand with what stands before it.
//
// Have: !$x, -not $x, [uri]"…", ,$x
func (p *parser) unary() *expr {
	start := p.at
	var marks int
	for ; ; marks++ {
		p.blank()
		c := p.peek(0)
		switch {
		case c == '-' && isLetter(p.peek(1)):
			p.at++
			p.at += len(p.letters())
		case c == '!' || c == '+' || c == '-' || c == ',' && p.inArgs == 0:
			p.at++
		default:
			e := p.operand()
			if e == nil || marks == 0 {
				return e
			}
			return &expr{kind: opaque, start: start, end: e.end, kids: []*expr{e}}
		}
	}
}

// operand reads one, casts before it included.
func (p *parser) operand() *expr {
	for p.peek(0) == '[' {
		t := p.brackets()
		if p.has("::") {
			return p.behind(t)
		}
		p.blank()
		if p.peek(0) == 0 || strings.IndexByte("$\"'(@[", p.s[p.at]) < 0 {
			return t
		}
	}
	e := p.primary()
	if e == nil {
		return nil
	}
	e = p.behind(e)
	for p.has("++") || p.has("--") {
		p.at += 2
		e = &expr{kind: opaque, start: e.start, end: p.at, kids: []*expr{e}}
	}
	return e
}

func (p *parser) primary() *expr {
	switch c := p.peek(0); c {
	case '$':
		if p.peek(1) == '(' {
			return p.group(2, ')')
		}
		return p.variable(false)
	case '"', '\'':
		return p.text(c)
	case '@':
		return p.atSign()
	case '(':
		return p.group(1, ')')
	case '{':
		return p.group(1, '}')
	case ',', '=', ']':
		return nil
	}
	if p.ends() {
		return nil
	}
	return p.bare(nil)
}

// atSign reads what begins with an at sign.
//
// Have: @"…"@, @( ), @{ }
func (p *parser) atSign() *expr {
	switch p.peek(1) {
	case '"', '\'':
		return p.here()
	case '(':
		return p.group(2, ')')
	case '{':
		return p.table()
	}
	return p.bare(nil)
}
