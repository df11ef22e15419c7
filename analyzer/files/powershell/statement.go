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
			p.faults++
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
