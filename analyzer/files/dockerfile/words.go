package dockerfile

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

const space = " \t\r\n\v\f"

// cutWord splits a text behind its first word.
func cutWord(t excerpt.Text) (word, rest excerpt.Text) {
	s := t.String()
	start := len(s) - len(strings.TrimLeft(s, space))
	end := len(s)
	if n := strings.IndexAny(s[start:], space); n >= 0 {
		end = start + n
	}
	behind := len(s) - len(strings.TrimLeft(s[end:], space))
	return t.Slice(start, end), t.Slice(behind, len(s))
}

// withoutFlags drops the flags of an instruction.
//
// Have: --mount=type=cache,target=/x --network=none command
func withoutFlags(t excerpt.Text) excerpt.Text {
	for strings.HasPrefix(t.String(), "--") {
		_, t = cutWord(t)
	}
	return t
}

// fields splits a text at white space that is not quoted, and reports whether all quotes are closed. Quotes and escapes stay.
func fields(t excerpt.Text, escape byte) (out []excerpt.Text, closed bool) {
	s, start, quote := t.String(), -1, byte(0)
	for i := 0; i <= len(s); i++ {
		isEnd := i == len(s) || quote == 0 && strings.IndexByte(space, s[i]) >= 0
		switch {
		case isEnd && start >= 0:
			out = append(out, t.Slice(start, i))
			start = -1
		case isEnd:
			continue
		case start < 0:
			start = i
		}
		switch {
		case isEnd:
		case quote == 0 && (s[i] == '"' || s[i] == '\''):
			quote = s[i]
		case s[i] == quote:
			quote = 0
		case s[i] == escape && quote != '\'':
			i = min(i+1, len(s)-1)
		}
	}
	return out, quote == 0
}

// execForm reads the words of a command in exec form, each as text in a JSON string.
//
// Have: ["az", "login", "--identity"]
func execForm(t excerpt.Text) (words []excerpt.Text, ok bool) {
	s := t.String()
	var plain []string
	if !strings.HasPrefix(s, "[") || json.Unmarshal([]byte(s), &plain) != nil {
		return nil, false
	}
	for i := 0; i < len(s); {
		if s[i] != '"' {
			i++
			continue
		}
		end := i + 1
		for s[end] != '"' {
			if s[end] == '\\' {
				end++
			}
			end++
		}
		words = append(words, jsonText(t.Slice(i+1, end)))
		i = end + 1
	}
	return words, len(words) == len(plain)
}

// jsonText decodes what stands within the quotes of a JSON string.
func jsonText(t excerpt.Text) excerpt.Text {
	var b excerpt.Builder
	s := t.String()
	for i := 0; i < len(s); {
		length := strings.IndexByte(s[i:], '\\')
		if length != 0 {
			if length < 0 {
				length = len(s) - i
			}
			b.Keep(t.Slice(i, i+length))
			i += length
			continue
		}
		length = min(2, len(s)-i)
		if length == 2 && s[i+1] == 'u' {
			length = min(6, len(s)-i)
		}
		var char string
		if json.Unmarshal([]byte(`"`+s[i:i+length]+`"`), &char) == nil {
			b.Put(char, t.Slice(i, i+length))
		}
		i += length
	}
	return b.Text().Within(jsonQuote)
}

// jsonQuote writes text within the quotes of a JSON string.
func jsonQuote(s string) (string, bool) {
	if !utf8.ValidString(s) {
		return "", false
	}
	quoted, err := json.Marshal(s)
	if err != nil {
		return "", false
	}
	plain := strings.NewReplacer(`\u0026`, "&", `\u003c`, "<", `\u003e`, ">").Replace(string(quoted))
	return plain[1 : len(plain)-1], true
}

// oneLine keeps what is written into an instruction from ending it.
func oneLine(s string) (string, bool) { return s, !strings.ContainsAny(s, "\r\n") }

// expand returns text in which the builder expands variables: these are holes, and what is written into it is escaped. With quotes
// set they are syntax, too.
func expand(t excerpt.Text, escape byte, quotes bool) excerpt.Text {
	var b excerpt.Builder
	s, quote := t.String(), byte(0)
	for i := 0; i < len(s); {
		length := 1
		switch char := s[i]; {
		case char == escape && quote != '\'' && i+1 < len(s):
			length = 2
			b.Put(s[i+1:i+2], t.Slice(i, i+2))
		case quotes && isQuote(char, quote):
			quote ^= char // it opens or closes
		case char == '$' && quote != '\'':
			if length = variable(s[i:]); length > 1 {
				b.Put(string(identity.Unknown()), t.Slice(i, i+length))
				break
			}
			b.Keep(t.Slice(i, i+1))
		default:
			for i+length < len(s) && strings.IndexByte("$\"'"+string(rune(escape)), s[i+length]) < 0 {
				length++
			}
			b.Keep(t.Slice(i, i+length))
		}
		i += length
	}
	marks := strings.NewReplacer(string(rune(escape)), strings.Repeat(string(rune(escape)), 2), "$", string(rune(escape))+"$")
	return b.Text().Within(func(s string) (string, bool) { return marks.Replace(s), true })
}

// isQuote reports whether a byte opens a quote, or closes the open one.
func isQuote(char, open byte) bool {
	return open != 0 && char == open || open == 0 && (char == '"' || char == '\'')
}

// variable returns the length of the variable that a text starts with, or 1 for a mere dollar sign.
//
// Have: $x, ${x}, ${x:-y}
func variable(s string) int {
	if strings.HasPrefix(s, "${") {
		if n := strings.IndexByte(s, '}'); n > 0 {
			return n + 1
		}
		return 1
	}
	n := 1
	for n < len(s) && isWordByte(s[n]) {
		n++
	}
	return n
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_'
}
