package yaml

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/whichid/whichid/analyzer/files/tree"
)

// json reads a document that is JSON, with comments, trailing commas, single quotes and names without quotes or not, and reports
// whether it is that. YAML is nearly, but not quite, a language that holds JSON: it has no such comments, escapes surrogates
// differently and bounds the length of keys.
func (r *reader) json(start int) (*tree.Node, bool) {
	j := &jsonReader{reader: r, i: start}
	j.space()
	if j.i >= len(r.src) || r.src[j.i] != '{' && r.src[j.i] != '[' {
		return nil, false
	}
	p := j.value(0)
	j.space()
	if j.broken || j.i < len(r.src) {
		return nil, false
	}
	r.fill(p, start, len(r.src))
	return p.node, true
}

type jsonReader struct {
	*reader
	i      int
	broken bool
}

// space skips blanks, line breaks and comments.
func (j *jsonReader) space() {
	for j.i < len(j.src) {
		switch rest := j.src[j.i:]; {
		case strings.IndexByte(" \t\r\n", rest[0]) >= 0:
			j.i++
		case strings.HasPrefix(rest, "//"):
			j.skip(rest, "\n")
		case strings.HasPrefix(rest, "/*"):
			j.skip(rest, "*/")
		default:
			return
		}
	}
}

func (j *jsonReader) skip(rest, to string) {
	if n := strings.Index(rest, to); n >= 0 {
		j.i += n + len(to)
		return
	}
	j.i = len(j.src)
}

// next reports whether a byte comes next, and goes behind it if it does.
func (j *jsonReader) next(c byte) bool {
	j.space()
	if j.i < len(j.src) && j.src[j.i] == c {
		j.i++
		return true
	}
	return false
}

// fail ends the reading.
func (j *jsonReader) fail() {
	j.broken = true
	j.i = len(j.src)
}

// value reads a value.
func (j *jsonReader) value(depth int) *part {
	j.space()
	start := j.i
	if j.i >= len(j.src) || depth > deepest {
		j.fail()
		return j.unknown(start, start)
	}
	switch j.src[j.i] {
	case '{':
		return j.collection('}', depth, tree.Mapping)
	case '[':
		return j.collection(']', depth, tree.List)
	}
	return j.scalar()
}

// collection reads a mapping or list.
func (j *jsonReader) collection(end byte, depth int, kind tree.Kind) *part {
	p := &part{node: &tree.Node{Kind: kind}, start: j.i, flow: true}
	j.i++
	for !j.broken && !j.next(end) {
		if kind == tree.Mapping {
			key := j.scalar()
			if !j.next(':') {
				j.fail()
			}
			value := j.value(depth + 1)
			p.inside = append(p.inside, inside{key.start, value})
			j.entry(p.node, key, value.node)
		} else {
			value := j.value(depth + 1)
			p.inside = append(p.inside, inside{value.start, value})
			p.node.Items = append(p.node.Items, value.node)
		}
		if j.space(); !j.next(',') && (j.i >= len(j.src) || j.src[j.i] != end) {
			j.fail()
		}
	}
	p.end = j.i
	p.node.At = j.text.Slice(p.start, p.end)
	return p
}

// scalar reads a string, a name, a number or a constant.
func (j *jsonReader) scalar() *part {
	j.space()
	start := j.i
	if j.i < len(j.src) && (j.src[j.i] == '"' || j.src[j.i] == '\'') {
		return j.quoted(start)
	}
	for j.i < len(j.src) && strings.IndexByte(" \t\r\n,:{}[]\"'/", j.src[j.i]) < 0 {
		j.i++
	}
	if j.i == start {
		j.fail()
		return j.unknown(start, start)
	}
	w := &writing{reader: j.reader, quote: refused}
	w.verbatim(start, j.i)
	n := &tree.Node{Kind: tree.Scalar, At: j.text.Slice(start, j.i), Value: w.out.Text(), Null: j.src[start:j.i] == "null"}
	return &part{node: n, start: start, end: j.i}
}

// quoted reads a string.
func (j *jsonReader) quoted(start int) *part {
	w := &writing{reader: j.reader, quote: Double}
	quote := j.src[start]
	if quote == '\'' {
		w.quote = apostrophes
	}
	for j.i++; !j.broken; {
		from := j.i
		for j.i < len(j.src) && j.src[j.i] != quote && j.src[j.i] != '\\' && j.src[j.i] != '\n' && j.src[j.i] != '\r' {
			j.i++
		}
		w.verbatim(from, j.i)
		switch {
		case j.i < len(j.src) && j.src[j.i] == quote:
			j.i++
			n := &tree.Node{Kind: tree.Scalar, At: j.text.Slice(start, j.i), Value: w.out.Text()}
			return &part{node: n, start: start, end: j.i}
		case j.i < len(j.src) && j.src[j.i] == '\\':
			j.escape(w)
		default:
			j.fail()
		}
	}
	return j.unknown(start, start)
}

// escape reads what a backslash begins (https://www.rfc-editor.org/rfc/rfc8259#section-7, https://spec.json5.org/#strings).
func (j *jsonReader) escape(w *writing) {
	start := j.i
	j.i++
	code := func() rune {
		if !strings.HasPrefix(j.src[j.i:], "u") || j.i+5 > len(j.src) {
			return -1
		}
		n, err := strconv.ParseInt(j.src[j.i+1:j.i+5], 16, 32)
		if err != nil {
			return -1
		}
		j.i += 5
		return rune(n)
	}
	meant := code()
	switch {
	case utf16.IsSurrogate(meant) && strings.HasPrefix(j.src[j.i:], `\u`):
		second := j.i
		j.i++
		pair := utf16.DecodeRune(meant, code())
		if pair == utf8.RuneError { // the second one may begin a pair
			j.i = second
		}
		meant = pair
	case meant >= 0:
	case j.i < len(j.src) && strings.IndexByte(simpleJSON, j.src[j.i]) >= 0:
		meant, _ = utf8.DecodeRuneInString(simpleJSON[strings.IndexByte(simpleJSON, j.src[j.i])+1:])
		j.i++
	default:
		j.fail()
		return
	}
	w.out.Put(string(meant), w.text.Slice(start, j.i).Within(w.quote))
}

// simpleJSON holds the escapes of one letter, each before what it means.
const simpleJSON = "\"\"\\\\//''b\bf\fn\nr\rt\t"

// apostrophes quotes text for a string between single quotes.
func apostrophes(s string) (string, bool) {
	s, ok := Double(s)
	return strings.ReplaceAll(strings.ReplaceAll(s, `\"`, `"`), "'", `\'`), ok
}

// refused lets no text stand in a word that is no string.
func refused(string) (string, bool) { return "", false }
