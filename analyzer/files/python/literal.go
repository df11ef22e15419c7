package python

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

// A format is how placeholders are written in a string that is formatted.
type format byte

const (
	asIs    format = 0
	percent format = '%' // "%s" % x
	braces  format = '{' // "{}".format(x)
)

// A builder puts a string together, and knows where its parts stand.
type builder struct {
	excerpt.Builder

	size, holes int
	pieces      []piece
	pairs       *pairs // that a part of it is made of
}

// A piece is a part of a string that stands in the file as it is.
type piece struct {
	at    int // in the string
	from  int // in the file
	size  int
	token int // the string that it belongs to
}

func (b *builder) put(s string, meant excerpt.Text) {
	b.Put(s, meant)
	b.size += len(s)
}

// hole puts something that is not known.
func (b *builder) hole(meant excerpt.Text) {
	b.put(string(identity.Hole(b.holes)), meant)
	b.holes++
}

func (b *builder) keep(t excerpt.Text, p piece) {
	p.at, p.size = b.size, t.Len()
	b.pieces = append(b.pieces, p)
	b.Keep(t)
	b.size += t.Len()
}

// literal appends the string at token i.
func (f *file) literal(b *builder, i int, mode format, depth int) {
	if b.size > maxText {
		return
	}
	t := f.tokens[i]
	prefix := f.prefix(i)
	st := style{raw: isRaw(prefix), bytes: strings.ContainsAny(prefix, "bB"), quote: f.quote(i), mode: mode, token: i}
	if t.kind == plain {
		from, to := t.from+len(prefix)+len(st.quote), t.to
		if from <= to-len(st.quote) && strings.HasSuffix(f.src[from:to], st.quote) {
			to -= len(st.quote)
		}
		f.decode(b, min(from, to), to, st)
		return
	}
	st.fields = true
	for at := i + 1; at < t.match; at = f.next(at) {
		switch part := f.tokens[at]; {
		case b.size > maxText:
			return
		case part.kind == text:
			f.decode(b, part.from, part.to, st)
		case part.kind == open:
			f.field(b, at, depth)
		}
	}
	b.pieces = append(b.pieces, piece{at: b.size, from: f.tokens[t.match].from, token: st.token})
}

// field appends the value of the field at token i.
func (f *file) field(b *builder, i, depth int) {
	stop := f.next(i)
	at := f.at(i, stop)
	known := builder{holes: b.holes}
	if f.express(&known, i+1, stop-1, asIs, depth-1) {
		b.put(known.Text().String(), at)
		b.holes = known.holes
		return
	}
	b.hole(at)
}

// prefix returns the prefix of the string at token i.
func (f *file) prefix(i int) string {
	word := f.word(i)
	return word[:strings.IndexAny(word, `"'`)]
}

// quote returns the quotes of the string at token i.
func (f *file) quote(i int) string {
	word := f.word(i)[len(f.prefix(i)):]
	if len(word) >= 3 && word[1] == word[0] && word[2] == word[0] {
		return word[:3]
	}
	return word[:1]
}

// A style is how the characters of a string are written.
type style struct {
	raw, bytes, fields bool
	quote              string
	mode               format
	token              int
}

// decode appends what the bytes [from, to) of the file mean, as a part of a string.
func (f *file) decode(b *builder, from, to int, st style) {
	quoted := func(i, j int) excerpt.Text { return f.text.Slice(i, j).Within(st.write) }
	for i := from; i < to; {
		size, meant, isHole := st.special(f.src[i:to])
		if size == 0 {
			i++
			continue
		}
		b.keep(quoted(from, i), piece{from: from, token: st.token})
		if isHole {
			b.hole(quoted(i, i+size))
		} else {
			b.put(meant, quoted(i, i+size))
		}
		i += size
		from = i
	}
	b.keep(quoted(from, to), piece{from: from, token: st.token})
}

// special reads what does not mean itself at the beginning of s: its size is 0 if there is no such thing.
func (st style) special(s string) (size int, meant string, isHole bool) {
	switch c := s[0]; {
	case c == '\\' && !st.raw:
		size, meant = escape(s, st.bytes)
		return size, meant, false
	case st.fields && (c == '{' || c == '}') && len(s) > 1 && s[1] == c:
		return 2, s[:1], false
	case st.mode == percent && c == '%':
		return percentSize(s)
	case st.mode == braces && (c == '{' || c == '}'):
		return bracesSize(s)
	}
	return 0, "", false
}

// percentSize reads a placeholder of printf.
//
// Have: %s, %(name)s, %-10.3f, %%
func percentSize(s string) (size int, meant string, isHole bool) {
	i := 1
	if strings.HasPrefix(s[i:], "(") {
		end := strings.IndexByte(s, ')')
		if end < 0 || end > 100 {
			return 0, "", false
		}
		i = end + 1
	}
	for i < len(s) && strings.IndexByte("#0- +*.123456789hlL", s[i]) >= 0 {
		i++
	}
	if i == len(s) {
		return 0, "", false
	}
	if s[i] == '%' {
		return i + 1, "%", false
	}
	return i + 1, "", true
}

// bracesSize reads a placeholder of str.format.
//
// Have: {}, {0}, {name!r:>10}, {{
func bracesSize(s string) (size int, meant string, isHole bool) {
	if len(s) > 1 && s[1] == s[0] {
		return 2, s[:1], false
	}
	if end := strings.IndexByte(s, '}'); s[0] == '{' && end > 0 && end < 100 {
		return end + 1, "", true
	}
	return 0, "", false
}

// escape reads an escape.
//
// https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
func escape(s string, isBytes bool) (size int, meant string) {
	if len(s) == 1 {
		return 0, ""
	}
	if i := strings.IndexByte(`\'"abfnrtv`, s[1]); i >= 0 {
		return 2, "\\'\"\a\b\f\n\r\t\v"[i : i+1]
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]
	switch {
	case s[1] == '\n':
		return 2, ""
	case s[1] == '\r' && len(s) > 2 && s[2] == '\n':
		return 3, ""
	case isBytes && digits > 2, digits == 0, len(s) < 2+digits:
		return 0, ""
	}
	n, err := strconv.ParseUint(s[2:2+digits], 16, 32)
	if _, isHole := identity.HoleOf(rune(n & 0x1FFFFF)); err != nil || n > utf8.MaxRune || isHole {
		return 0, ""
	}
	return 2 + digits, string(rune(n))
}

// write writes text as it has to stand in such a string.
func (st style) write(s string) (string, bool) {
	hasBraces := strings.ContainsAny(s, "{}")
	if st.raw && (strings.ContainsAny(s, "\\\n"+st.quote) || hasBraces && st.fields || st.mode != asIs) ||
		hasBraces && st.fields && st.mode == braces {
		return "", false
	}
	if st.raw {
		return s, true
	}
	pairs := []string{`\`, `\\`, st.quote[:1], `\` + st.quote[:1]}
	if len(st.quote) == 1 {
		pairs = append(pairs, "\n", `\n`)
	}
	if st.fields || st.mode == braces {
		pairs = append(pairs, "{", "{{", "}", "}}")
	}
	if st.mode == percent {
		pairs = append(pairs, "%", "%%")
	}
	return strings.NewReplacer(pairs...).Replace(s), true
}
