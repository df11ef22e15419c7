package literals

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// script returns what a string says to the program that runs it, with holes for expressions. What is written into it is escaped.
func (c *code) script(t token) excerpt.Text {
	var b excerpt.Builder
	start, end := t.content()
	s, q := c.source[:end], t.quote
	from := start
	for i := start; i < end; {
		meant, length := c.scriptPiece(s, i, q)
		if length == 0 {
			i++
			continue
		}
		b.Keep(c.text.Slice(from, i).Within(q.write))
		b.Put(meant, c.text.Slice(i, i+length).Within(q.write))
		i += length
		from = i
	}
	b.Keep(c.text.Slice(from, end).Within(q.write))
	return b.Text()
}

// scriptPiece returns what the part of a string at i stands for and how long it is, or 0 if it stands for itself.
func (c *code) scriptPiece(s string, i int, q *quote) (meant string, length int) {
	rest := s[i:]
	if n := c.interpolation(s, i, q); n > 0 {
		return string(identity.Unknown()), n
	}
	switch {
	case q.escape == slashed && rest[0] == '\\' && len(rest) > 1:
		length = escapeLength(rest)
		return control(rest[:length]), length
	case q.escape == doubled && strings.HasPrefix(rest, q.close+q.close):
		return q.close, 2 * len(q.close)
	}
	return "", 0
}

// control returns what an escape stands for. A line that goes on with the next one is one line.
func control(s string) string {
	switch s[1] {
	case 'n':
		return "\n"
	case 'r':
		return "\r"
	case 't':
		return "\t"
	}
	return unescape(s)
}

// write writes text as it has to stand in a string of this form. It cannot hold what would end or change it.
func (q *quote) write(s string) (string, bool) {
	if strings.Contains(s, "\n") && !q.lines {
		return "", false
	}
	switch q.escape {
	case slashed:
		pairs := []string{`\`, `\\`, q.close[:1], `\` + q.close[:1]}
		switch {
		case q.plain || strings.HasPrefix(q.hole, "$"):
			pairs = append(pairs, "$", `\$`)
		case q.hole == "#{":
			pairs = append(pairs, "#{", `\#{`)
		case strings.HasPrefix(q.hole, "{"):
			pairs = append(pairs, "{", "{{", "}", "}}")
		}
		return strings.NewReplacer(pairs...).Replace(s), true
	case doubled:
		if q.hole == "{" {
			return strings.NewReplacer(q.close, q.close+q.close, "{", "{{", "}", "}}").Replace(s), true
		}
		return strings.ReplaceAll(s, q.close, q.close+q.close), true
	case raw:
	}
	holds := strings.Contains(s, q.close) || q.hole != "" && strings.Contains(s, q.hole[:1])
	return s, !holds && !strings.HasSuffix(s, q.close[:1])
}

// spoken joins the operands of an expression to the text of a script, with holes for those that are no string. It is not ok if there
// is no string in it, or anything that may change the text.
//
// Have: "…"; """…""".stripIndent(); "…" + x
func (c *code) spoken(e span) (excerpt.Text, bool) {
	var b excerpt.Builder
	known := false
	for i := e.from; i < e.to; {
		if c.isJoin(i) {
			i++
			continue
		}
		end := c.operandEnd(i, e.to)
		switch {
		case c.is(i, str):
			if !c.isTrimmed(span{i + 1, end}) {
				return excerpt.Text{}, false
			}
			b.Keep(c.script(c.tokens[i]))
			known = true
		case c.is(i, name):
			for n := i; n < end; n = max(n, c.partner[n]) + 1 {
				if isOneOf(c.word(n), "? : = => ->") {
					return excerpt.Text{}, false
				}
			}
			b.Put(string(identity.Unknown()), c.text.Slice(c.tokens[i].start, c.tokens[end-1].end))
		default:
			return excerpt.Text{}, false
		}
		i = end
	}
	return b.Text(), known
}

// isTrimmed reports whether the methods of a string only take off blanks, or make it what is run.
func (c *code) isTrimmed(e span) bool {
	for i := e.from; i < e.to; i++ {
		switch word := c.word(i); {
		case isOneOf(word, ". ( )"):
		case isOneOf(word, "trim strip stripIndent stripMargin trimIndent toString to_string to_owned into squiggly dedent"):
		default:
			return false
		}
	}
	return true
}

// interpreted tells what a script is written in that names its interpreter in its first line, or what else it would be.
//
// Have: #!/bin/bash -e; #!/usr/bin/env python3
func interpreted(t excerpt.Text, otherwise site.Language) site.Language {
	if language, named := identity.FirstLine(t.String()); named {
		return language
	}
	return otherwise
}
