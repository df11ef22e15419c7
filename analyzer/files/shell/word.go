package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

// A Word is a word of a command.
type Word struct {
	Text   excerpt.Text // what it means: without quotes, with holes for what is not known
	Source excerpt.Text // as it is written
}

// words returns the words of a command. A variable that holds several stands for all of them.
//
// Have: $LOGIN --output none, az "${args[@]}"
func (s *script) words(list []*syntax.Word) (out []Word) {
	for _, w := range list {
		source := s.unjoined(w)
		if elements, ok := s.elements(w); ok {
			for _, element := range elements {
				out = append(out, Word{s.meaning(element), source})
			}
			continue
		}
		t := s.meaning(w)
		if isUnquoted(w) && strings.ContainsAny(t.String(), " \t\n") {
			for _, field := range fields(t) {
				out = append(out, Word{field, source})
			}
			continue
		}
		out = append(out, Word{t, source})
	}
	return out
}

// source returns a part of the script as it is written.
func (s *script) source(n syntax.Node) excerpt.Text {
	return s.slice(n.Pos(), n.End())
}

// unjoined returns a word as it is written, without the end of the line that a backslash joins to it: what is put behind the word is to
// stand before that.
func (s *script) unjoined(n syntax.Node) excerpt.Text {
	t := s.source(n)
	for _, end := range []string{"\\\n", "\\\r\n"} {
		t = t.Slice(0, len(strings.TrimSuffix(t.String(), end)))
	}
	return t
}

// slice bounds positions, which a parser that recovers from errors may invent.
func (s *script) slice(from, to syntax.Pos) excerpt.Text {
	if !from.IsValid() || !to.IsValid() {
		return excerpt.Text{}
	}
	i, j := int(from.Offset()), int(to.Offset())
	return s.text.Slice(min(i, s.text.Len()), min(j, s.text.Len()))
}

// isUnquoted reports whether a word is one variable without quotes: the shell splits its value.
func isUnquoted(w *syntax.Word) bool {
	if len(w.Parts) != 1 {
		return false
	}
	_, ok := w.Parts[0].(*syntax.ParamExp)
	return ok
}

// fields splits text at blanks.
func fields(t excerpt.Text) (out []excerpt.Text) {
	s := t.String()
	for from := 0; from < len(s); {
		if strings.IndexByte(" \t\n", s[from]) >= 0 {
			from++
			continue
		}
		to := from
		for to < len(s) && strings.IndexByte(" \t\n", s[to]) < 0 {
			to++
		}
		out = append(out, t.Slice(from, to))
		from = to
	}
	return out
}

// meaning returns the text of a word; what the shell puts in is a hole, unless the script says what it is.
func (s *script) meaning(w *syntax.Word) excerpt.Text {
	if w == nil {
		return excerpt.Text{}
	}
	return s.parts(w.Parts, unescape)
}

// parts joins the parts of a word. Literal takes off the backslashes of a literal part.
func (s *script) parts(parts []syntax.WordPart, literal func(excerpt.Text) excerpt.Text) excerpt.Text {
	var b excerpt.Builder
	for _, part := range parts {
		source := s.source(part)
		switch part := part.(type) {
		case *syntax.Lit:
			b.Keep(literal(source))
		case *syntax.SglQuoted:
			if inner := s.slice(part.Left, part.Right); part.Dollar {
				b.Put(part.Value, source) // has escapes of its own
			} else if inner.Len() > 0 {
				b.Keep(inner.Slice(1, inner.Len()).Within(singleQuotes))
			}
		case *syntax.DblQuoted:
			b.Keep(s.parts(part.Parts, unescapeQuoted))
		case *syntax.ParamExp:
			if value, ok := s.value(part); ok && b.Len()+value.Len() <= maxValue {
				b.Keep(value)
			} else {
				b.Put(string(hole(part)), source)
			}
		default:
			b.Put(string(identity.Unknown()), source)
		}
	}
	return b.Text()
}

// hole returns what stands for a variable whose value is not known.
//
// Have: $IDENTITY_ENDPOINT, ${IDENTITY_ENDPOINT}
func hole(p *syntax.ParamExp) identity.Word {
	if isPlain(p) {
		return identity.Variable(p.Param.Value)
	}
	return identity.Unknown()
}

// isPlain reports whether a variable stands for its value, and nothing is made of that.
func isPlain(p *syntax.ParamExp) bool {
	return p.Param != nil && !p.Excl && !p.Length && !p.Width && p.Index == nil && p.Slice == nil && p.Repl == nil &&
		p.Names == 0 && p.Exp == nil
}

// unescape takes off the backslashes of text without quotes.
func unescape(t excerpt.Text) excerpt.Text { return unescapeBefore(t, "") }

// unescapeQuoted takes off those of text in double quotes: before what would mean something else.
func unescapeQuoted(t excerpt.Text) excerpt.Text {
	return unescapeBefore(t, "$`\"\\\n").Within(doubleQuotes)
}

// unescapeBefore takes off backslashes before some bytes, or before all if none are given. A line that goes on with the next one is
// one line.
func unescapeBefore(t excerpt.Text, special string) excerpt.Text {
	s := t.String()
	if !strings.Contains(s, `\`) {
		return t
	}
	var b excerpt.Builder
	from := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '\\' || special != "" && strings.IndexByte(special, s[i+1]) < 0 {
			continue
		}
		b.Keep(t.Slice(from, i))
		i++
		if s[i] != '\n' {
			b.Put(s[i:i+1], t.Slice(i-1, i+1))
		}
		from = i + 1
	}
	b.Keep(t.Slice(from, len(s)))
	return b.Text()
}

// unixLines takes off the carriage returns at the ends of lines, which are no part of a word.
func unixLines(t excerpt.Text) excerpt.Text {
	s := t.String()
	if !strings.Contains(s, "\r\n") {
		return t
	}
	var b excerpt.Builder
	from := 0
	for {
		next := strings.Index(s[from:], "\r\n")
		if next < 0 {
			break
		}
		b.Keep(t.Slice(from, from+next))
		from += next + 1
	}
	b.Keep(t.Slice(from, len(s)))
	return b.Text()
}

// singleQuotes quotes text for single quotes, which cannot hold one.
func singleQuotes(s string) (string, bool) { return s, !strings.Contains(s, "'") }

// doubleQuotes quotes text for double quotes.
func doubleQuotes(s string) (string, bool) {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, "$", `\$`, "`", "\\`").Replace(s), true
}
