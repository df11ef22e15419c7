package literals

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

// content returns the bounds of what stands within the quotes of a string.
func (t token) content() (start, end int) {
	return t.start + len(t.quote.open), t.end - len(t.quote.close)
}

// decode returns what a string says, with holes for expressions and for the placeholders of formats.
func (c *code) decode(t token) excerpt.Text {
	var b excerpt.Builder
	start, end := t.content()
	s, q := c.source[:end], t.quote
	for i := start; i < end; {
		length, kept := c.piece(s, i, q), false
		switch rest := s[i:]; {
		case length > 0:
			b.Put(c.hole(s[i:i+length]), c.text.Slice(i, i+length))
		case q.escape == slashed && rest[0] == '\\' && len(rest) > 1:
			length = escapeLength(rest)
			b.Put(unescape(rest[:length]), c.text.Slice(i, i+length))
		case q.escape == doubled && strings.HasPrefix(rest, q.close+q.close):
			length = 2 * len(q.close)
			b.Put(q.close, c.text.Slice(i, i+length))
		default:
			kept = true
		}
		if kept {
			length = 1
			for i+length < end && strings.IndexByte(`{%\$#"'`+"`", s[i+length]) < 0 {
				length++
			}
			b.Keep(c.text.Slice(i, i+length))
		}
		i += length
	}
	return b.Text()
}

// hole returns what a hole stands for: the text of a name that has one, or what is not known.
func (c *code) hole(s string) string {
	name := strings.Trim(s, "${}#()\\@ ")
	if known, ok := c.value(name[strings.LastIndexByte(name, '.')+1:]); ok {
		return known.String()
	}
	return string(identity.Unknown())
}

// piece returns the length of the part of a string that stands for something else, or 0.
//
// Have: ${x}, $x, #{x}, \(x), {0}, %s, %1$s, %{x}
func (c *code) piece(s string, i int, q *quote) int {
	if n := c.interpolation(s, i, q); n > 0 {
		return n
	}
	return placeholder(s[i:])
}

// interpolation returns the length of the expression or the variable in a string that begins at i, or 0.
func (c *code) interpolation(s string, i int, q *quote) int {
	rest := s[i:]
	if q.opensHole(rest) {
		x := c.lexer(s)
		if end, _ := x.expression(i+len(q.hole), q, 1); end > i {
			return end - i
		}
	}
	if q.plain && rest[0] == '$' && len(rest) > 1 && isWord(rest[1]) && rest[1] != '$' {
		n := 2
		for n < len(rest) && isWord(rest[n]) && rest[n] != '$' && rest[n] != '@' {
			n++
		}
		return n
	}
	return 0
}

// placeholder returns the length of the placeholder of a format that a text starts with, or 0. An escape of a URL, such as %2F, is
// none, and a brace does not stand in a URL.
func placeholder(s string) int {
	if strings.HasPrefix(s, "%{") || strings.HasPrefix(s, "${") || strings.HasPrefix(s, "#{") || s[0] == '{' {
		n := strings.IndexAny(s, "} \n")
		if n > 0 && s[n] == '}' {
			return n + 1
		}
		return 0
	}
	if s[0] != '%' {
		return 0
	}
	n := 1
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '$') {
		n++
	}
	verb := s[n:]
	switch {
	case strings.HasPrefix(verb, "lu"), strings.HasPrefix(verb, "ld"), strings.IndexAny(verb, "svqw@u") == 0,
		strings.HasPrefix(verb, "d") && !isHex(verb[1:]):
		return n + 1
	}
	return 0
}

func isHex(s string) bool { return strings.IndexAny(s, "0123456789abcdefABCDEF") == 0 }

func escapeLength(s string) int {
	if s[1] == 'u' && len(s) >= 6 {
		return 6
	}
	_, size := utf8.DecodeRuneInString(s[1:])
	return 1 + size
}

// unescape returns what an escape stands for, as far as that matters in a URL.
func unescape(s string) string {
	switch s[1] {
	case 'n', 'r', 't':
		return " "
	case 'u', 'x':
		return string(identity.Unknown())
	case '\n':
		return ""
	}
	return s[1:]
}

// hasPath reports whether text has the path of a token request.
func hasPath(s string) bool {
	for i := 0; ; {
		n := strings.Index(s[i:], "2/")
		if n < 0 {
			return false
		}
		i += n + len("2/")
		end := i + len(identity.TokenPath) - strings.Index(identity.TokenPath, "2/") - len("2/")
		start := end - len(identity.TokenPath) + 1
		if start >= 0 && end <= len(s) && strings.EqualFold(s[start:end], identity.TokenPath[1:]) {
			return true
		}
	}
}

// idWords are what names of an ID are called, in lower case without marks between words.
func idWords() []string {
	return []string{"clientid", "objectid", "principalid", "msiresid", "miresid", "identityid", "msiid", "identityresource"}
}

// folded returns text in lower case without marks between words.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '_' || r == '-':
			return -1
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

// speaksOfID reports whether text or a name may hold or name an ID.
func speaksOfID(s string) bool {
	if len(s) > 1<<12 {
		return true
	}
	plain := folded(s)
	return slices.ContainsFunc(idWords(), func(word string) bool { return strings.Contains(plain, word) })
}
