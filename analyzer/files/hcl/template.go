package hcl

import (
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

// template returns the text of a string or a heredoc, with holes for what is put into it.
//
// Have: "a ${var.b} $${c}"; <<EOT, <<-EOT
func (r *reader) template(e *hclsyntax.TemplateExpr) excerpt.Text {
	whole := r.slice(e.Range())
	src := whole.String()
	heredoc := strings.HasPrefix(src, "<<")
	start, end := e.Range().Start.Byte, e.Range().End.Byte
	if heredoc {
		start += strings.IndexByte(src, '\n') + 1
		end = max(start, end-len(src)+strings.LastIndexByte(src, '\n')+1)
	} else if strings.HasPrefix(src, `"`) {
		start, end = start+1, max(start+1, end-1)
	}
	decode, quote := decodeString, quoteString
	if heredoc {
		decode, quote = decodeHeredoc, quoteHeredoc
	}
	var b excerpt.Builder
	holes := 0
	put := func(to int) {
		gap := r.text.Slice(min(start, to), to)
		if holes == 0 {
			decode(&b, gap.Within(quote)) // indentation, which the library has taken off
		}
		for range holes {
			b.Put(string(identity.Unknown()), gap)
		}
		holes = 0
	}
	for _, part := range e.Parts {
		at := part.Range()
		literal, ok := part.(*hclsyntax.LiteralValueExpr)
		if ok && at.Start.Byte == at.End.Byte {
			continue
		}
		if !ok || literal.Val.Type() != cty.String || at.Start.Byte < start || at.End.Byte > end {
			holes++
			continue
		}
		put(at.Start.Byte)
		decode(&b, r.slice(at).Within(quote))
		start = at.End.Byte
	}
	put(end)
	text := b.Text()
	if strings.HasPrefix(src, "<<-") {
		return flush(text)
	}
	return text
}

// decodeString adds text of a string as it is meant.
func decodeString(b *excerpt.Builder, t excerpt.Text) { decodeWith(b, t, escape) }

// decodeHeredoc adds text of a heredoc as it is meant: it has markers, and no other escapes.
func decodeHeredoc(b *excerpt.Builder, t excerpt.Text) { decodeWith(b, t, marker) }

// decodeWith adds text as it is meant. Escape returns what an escape at the beginning of text means, and its size, or 0.
func decodeWith(b *excerpt.Builder, t excerpt.Text, escape func(string) (string, int)) {
	src, from := t.String(), 0
	for i := 0; i < len(src); i++ {
		meant, size := escape(src[i:])
		if size == 0 {
			continue
		}
		b.Keep(t.Slice(from, i))
		b.Put(meant, t.Slice(i, i+size))
		from = i + size
		i = from - 1
	}
	b.Keep(t.Slice(from, len(src)))
}

// escape returns what an escape at the beginning of text means, and its size, or 0 if there is none
// (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#quoted-literals).
func escape(src string) (meant string, size int) {
	if meant, size = marker(src); size > 0 {
		return meant, size
	}
	if len(src) < len(`\n`) || src[0] != '\\' {
		return "", 0
	}
	switch src[1] {
	case 'n':
		return "\n", 2
	case 'r':
		return "\r", 2
	case 't':
		return "\t", 2
	case '"', '\\':
		return src[1:2], 2
	case 'u', 'U':
		r, _, rest, err := strconv.UnquoteChar(src, '"')
		if err != nil || r == 0 {
			return "", 0
		}
		return string(identity.Text(string(r))), len(src) - len(rest)
	}
	return "", 0
}

// marker reads what stands for the beginning of a template that is none: $${ and %%{.
func marker(src string) (meant string, size int) {
	if strings.HasPrefix(src, "$${") || strings.HasPrefix(src, "%%{") {
		return src[1:3], 3
	}
	return "", 0
}

// quoteHeredoc writes text for a heredoc.
func quoteHeredoc(s string) (string, bool) {
	return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(s), !strings.Contains(s, "\n")
}

// quoteString writes text for a string.
func quoteString(s string) (string, bool) {
	quoted := strings.NewReplacer(
		"${", "$${", "%{", "%%{", `\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`,
	).Replace(s)
	return quoted, true
}

// flush takes the indentation off that all lines have, as <<- does.
func flush(t excerpt.Text) excerpt.Text {
	text := t.String()
	indent := len(text)
	for line := range strings.SplitSeq(text, "\n") {
		if blanks := len(line) - len(strings.TrimLeft(line, " \t")); blanks < len(line) {
			indent = min(indent, blanks)
		}
	}
	if indent == 0 || indent == len(text) {
		return t
	}
	var b excerpt.Builder
	for from := 0; from < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
			end = from + n + 1
		}
		blanks := len(text[from:end]) - len(strings.TrimLeft(text[from:end], " \t"))
		b.Keep(t.Slice(from+min(indent, blanks), end))
		from = end
	}
	return b.Text()
}
