package powershell

import (
	"strings"
	"unicode/utf8"
)

// maxDepth bounds how deep brackets may nest; nobody writes more.
const maxDepth = 128

// A parser reads a script in one pass. What it does not understand it passes over, so that a mistake in a statement does not hide
// the next one.
//
// https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02
type parser struct {
	s      string
	at     int
	depth  int
	open   map[byte]int   // closing brackets that are waited for
	last   map[string]int // where a closing mark stands last
	inArgs int            // depth of arguments of methods, where a comma is no operator
	faults int            // places that make no sense
}

func newParser(s string) *parser {
	p := &parser{s: s, open: make(map[byte]int), last: make(map[string]int)}
	for _, mark := range []string{`"`, `'`, "\n\"@", "\n'@", "#>"} {
		p.last[mark] = strings.LastIndex(s, mark)
	}
	return p
}

func (p *parser) end() bool { return p.at >= len(p.s) }

// peek returns the byte that is n further on, or 0.
func (p *parser) peek(n int) byte {
	if p.at+n < len(p.s) {
		return p.s[p.at+n]
	}
	return 0
}

func (p *parser) has(prefix string) bool { return strings.HasPrefix(p.s[min(p.at, len(p.s)):], prefix) }

// blank passes over blanks, comments and continued lines.
func (p *parser) blank() {
	for !p.end() {
		switch c := p.s[p.at]; {
		case c == ' ' || c == '\t' || c == '\f' || c == '\v':
			p.at++
		case p.has("\u00a0"):
			p.at += len("\u00a0")
		case c == '`' && (p.peek(1) == '\n' || p.peek(1) == '\r'):
			p.at += 2
			if p.s[p.at-1] == '\r' && p.peek(0) == '\n' {
				p.at++
			}
		case p.has("<#") && p.last["#>"] > p.at:
			p.at += 2 + strings.Index(p.s[p.at+2:], "#>") + 2
		case c == '#':
			p.toLineEnd()
		default:
			return
		}
	}
}

func (p *parser) toLineEnd() {
	if n := strings.IndexAny(p.s[p.at:], "\r\n"); n >= 0 {
		p.at += n
	} else {
		p.at = len(p.s)
	}
}

// space passes over blanks and ends of lines, and over semicolons too if these may stand there.
func (p *parser) space(semicolons bool) {
	for {
		p.blank()
		c := p.peek(0)
		if c != '\n' && c != '\r' && (c != ';' || !semicolons) {
			return
		}
		p.at++
	}
}

// into enters a bracket that closer closes, and reports whether there may be more.
func (p *parser) into(closer byte) bool {
	if p.depth >= maxDepth {
		p.at = len(p.s)
		return false
	}
	p.depth++
	p.open[closer]++
	return true
}

// out leaves a bracket, also where another one that is open closes first.
func (p *parser) out(closer byte) {
	p.depth--
	p.open[closer]--
	if p.peek(0) == closer && !p.end() {
		p.at++
	} else {
		p.faults++
	}
}

// closes reports whether a bracket that is open closes here.
func (p *parser) closes() bool { return !p.end() && p.open[p.s[p.at]] > 0 }

// ends reports whether a command ends here.
func (p *parser) ends() bool {
	if p.end() || p.closes() {
		return true
	}
	switch p.s[p.at] {
	case '\n', '\r', ';', '|', ')', '}', '&':
		return true
	}
	return false
}

func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= utf8.RuneSelf
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isName reports whether a byte may stand in the name of a variable: a question mark may, which is why "$url?key=v" does not
// put in $url.
//
// PowerShell/PowerShell src/System.Management.Automation/engine/parser/tokenizer.cs, ScanVariable.
func isName(c byte) bool { return isLetter(c) || isDigit(c) || c == '?' }

// letters returns the letters that stand here.
func (p *parser) letters() string {
	i := p.at
	for i < len(p.s) && (isLetter(p.s[i]) || isDigit(p.s[i])) {
		i++
	}
	return p.s[p.at:i]
}

// upTo moves on to the first of some bytes, or to the end of the line.
func (p *parser) upTo(stop string) string {
	start := p.at
	n := strings.IndexAny(p.s[p.at:], stop+"\r\n")
	if n < 0 {
		n = len(p.s) - p.at
	}
	p.at += n
	return p.s[start:p.at]
}
