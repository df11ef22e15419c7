package literals

import (
	"strings"
)

// str returns the form and the end of the string that starts at i. The end is -1 if there is one that does not end.
func (x *lexer) str(i, depth int) (*quote, int) {
	if !x.opens[x.text[i]] || i > 0 && isWord(x.text[i]) && isWord(x.text[i-1]) {
		return nil, i
	}
	for n := range x.quotes {
		q := &x.quotes[n]
		if !strings.HasPrefix(x.text[i:], q.open) || i < x.vain[n] {
			continue
		}
		end, until := x.closed(q, i+len(q.open), depth)
		if end > 0 {
			return q, end
		}
		if depth == 0 {
			x.vain[n] = until
		}
		return nil, -1
	}
	return nil, i
}

// closed returns the end of a string whose content starts at i, or 0 and how far it was looked for.
func (x *lexer) closed(q *quote, i, depth int) (end, until int) {
	start := i
	for i < len(x.text) {
		rest := x.text[i:]
		switch {
		case q.opensHole(rest):
			end, until := x.expression(i+len(q.hole), q, depth+1)
			if end == 0 {
				return 0, until
			}
			i = end
		case q.escape == slashed && rest[0] == '\\':
			i += 2
		case q.escape == doubled && strings.HasPrefix(rest, q.close+q.close):
			i += 2 * len(q.close)
		case strings.HasPrefix(rest, q.close):
			return i + len(q.close), 0
		case rest[0] == '\n' && !q.lines, q.short && i-start > 12:
			return 0, i
		case strings.HasPrefix(rest, "{{"):
			i += 2
		default:
			i++
		}
	}
	return 0, len(x.text)
}

// opensHole reports whether an expression begins here. Two braces are one brace where one begins an expression.
func (q *quote) opensHole(s string) bool {
	return q.hole != "" && strings.HasPrefix(s, q.hole) && (q.hole != "{" || !strings.HasPrefix(s, "{{"))
}

// expression returns the end of an expression within a string, or 0 and how far it was looked for.
func (x *lexer) expression(i int, q *quote, depth int) (end, until int) {
	if depth > maxNested {
		return 0, i
	}
	open := q.hole[len(q.hole)-1]
	if open == '$' { // {$x}
		open = '{'
	}
	ends := byte('}')
	if open == '(' {
		ends = ')'
	}
	for level := 1; i < len(x.text); {
		if inner, end := x.str(i, depth); inner != nil {
			i = end
			continue
		} else if end < 0 {
			return 0, i // what is tried once more at each level takes for ever
		}
		switch c := x.text[i]; {
		case c == open:
			level++
		case c == ends:
			level--
		case c == '\n' && !q.lines:
			return 0, i
		}
		i++
		if level == 0 {
			if strings.HasPrefix(q.hole, "{{") {
				i += len(x.text[i:]) - len(strings.TrimPrefix(x.text[i:], "}"))
			}
			return i, 0
		}
	}
	return 0, len(x.text)
}
