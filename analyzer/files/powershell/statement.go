package powershell

import (
	"slices"
	"strings"
)

// keywords are those that begin a statement.
//
// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_language_keywords
func isKeyword(name string) bool {
	return slices.Contains([]string{
		"if", "elseif", "else", "switch", "foreach", "for", "while", "do", "until", "try", "catch", "finally", "trap", "function",
		"filter", "workflow", "class", "enum", "configuration", "param", "begin", "process", "end", "clean", "dynamicparam",
		"parallel", "sequence", "inlinescript", "return", "throw", "exit", "break", "continue",
	}, name)
}

// statements reads up to a bracket that closes.
func (p *parser) statements() []*stmt {
	var out []*stmt
	for {
		p.space(true)
		if p.end() || p.closes() {
			return out
		}
		before := p.at
		if s := p.statement(); s != nil {
			out = append(out, s)
		}
		if p.at == before {
			p.at++ // what begins no statement
		}
	}
}

func (p *parser) statement() *stmt {
	if p.peek(0) == ':' && isLetter(p.peek(1)) { // a label
		p.upTo(" \t")
		p.space(false)
	}
	start := p.at
	name := strings.ToLower(p.letters())
	if isKeyword(name) && strings.IndexByte(`-.\/:=`, p.peek(len(name))) < 0 {
		p.at += len(name)
		s := &stmt{start: start, keyword: name}
		p.structure(s)
		s.end = p.at
		return s
	}
	return p.pipeline()
}

// structure reads what stands behind a keyword.
func (p *parser) structure(s *stmt) {
	switch s.keyword {
	case "return", "throw", "exit":
		if p.blank(); !p.ends() {
			s.value = p.pipeline()
		}
	case "break", "continue":
		p.upTo(";})")
	case "param":
		s.params = p.declared()
	case "function", "filter", "workflow", "configuration", "class", "enum":
		p.blank()
		s.name = strings.TrimSpace(p.upTo("({"))
		s.params = p.declared()
		p.block(s)
	case "switch":
		p.heads(s)
		p.cases(s)
	default:
		p.heads(s)
		p.block(s)
	}
}

// heads reads what stands between a keyword and its block.
//
// Have: if ($x), foreach -Parallel ($a in $b), catch [System.Net.WebException], switch -Regex ($x)
func (p *parser) heads(s *stmt) {
	for {
		before := p.at
		p.space(false)
		switch c := p.peek(0); {
		case c == '(':
			s.words = append(s.words, p.group(1, ')'))
		case c == '[':
			s.words = append(s.words, p.brackets())
		case c == '-' && isLetter(p.peek(1)):
			s.words = append(s.words, p.argument())
		case c == ',' && len(s.words) > 0:
			p.at++
		case c == '{':
			return
		default:
			p.at = before
			return
		}
	}
}

// block reads the block of a keyword, if there is one.
func (p *parser) block(s *stmt) {
	before := p.at
	if p.space(false); p.peek(0) == '{' {
		s.words = append(s.words, p.group(1, '}'))
		return
	}
	p.at = before
}

// cases reads the branches of a switch.
func (p *parser) cases(s *stmt) {
	p.space(false)
	if p.peek(0) != '{' || !p.into('}') {
		return
	}
	p.at++
	for {
		p.space(true)
		if p.end() || p.closes() {
			break
		}
		before := p.at
		b := branch{pattern: p.argument()}
		if p.space(false); p.peek(0) == '{' {
			b.block = p.group(1, '}')
		}
		s.cases = append(s.cases, b)
		if p.at == before {
			p.at++
		}
	}
	p.out('}')
}

// declared reads declarations of parameters, if there are any.
//
// Have: ([Parameter(Mandatory)] [string] $Name, $Other = 1)
func (p *parser) declared() []param {
	before := p.at
	if p.space(false); p.peek(0) != '(' || !p.into(')') {
		p.at = before
		return nil
	}
	p.at++
	var out []param
	for {
		p.space(true)
		if p.end() || p.closes() {
			break
		}
		at := p.at
		switch p.s[p.at] {
		case '[':
			p.brackets()
		case '$':
			d := param{variable: p.variable(false)}
			if p.space(false); p.peek(0) == '=' {
				p.at++
				p.space(false)
				p.inArgs++
				d.value = p.expression(0)
				p.inArgs--
			}
			out = append(out, d)
		}
		if p.at == at {
			p.at++
		}
	}
	p.out(')')
	return out
}

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

// nested reads what may go on without a bracket, no deeper than brackets do.
func (p *parser) nested(read func()) {
	if p.depth >= maxDepth {
		p.at = len(p.s)
		return
	}
	p.depth++
	read()
	p.depth--
}
