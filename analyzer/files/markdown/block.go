package markdown

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
)

// lines goes through a text line by line.
type lines struct {
	text               excerpt.Text
	start, end, behind int // of the line, of what it says, and where the next one starts
}

func (l *lines) next() bool {
	l.start = l.behind
	if l.start >= l.text.Len() {
		return false
	}
	l.end, l.behind = l.text.Len(), l.text.Len()
	if n := strings.IndexByte(l.text.String()[l.start:], '\n'); n >= 0 {
		l.end, l.behind = l.start+n, l.start+n+1
	}
	return true
}

func (l *lines) line() string { return l.text.String()[l.start:l.end] }

// A fence begins a block.
type fence struct {
	indent int
	mark   string // three or more of ` or ~
	tag    string
}

// fence reads the line as the start of a block.
//
// Have: ```sh; ~~~~ {.bash title="x"}; ```{code-block} python
func (l *lines) fence() (fence, bool) {
	line := strings.TrimRight(l.line(), " \t\r")
	rest := strings.TrimLeft(line, " \t")
	f := fence{indent: len(line) - len(rest)}
	if rest == "" || rest[0] != '`' && rest[0] != '~' {
		return f, false
	}
	info := strings.TrimLeft(rest, rest[:1])
	f.mark = rest[:len(rest)-len(info)]
	if len(f.mark) < 3 || strings.Contains(info, "`") {
		return f, false
	}
	for word := range strings.FieldsFuncSeq(info, func(r rune) bool { return strings.ContainsRune(" \t{}.,:", r) }) {
		if word != "code-block" && word != "code" {
			f.tag = word
			break
		}
	}
	return f, true
}

// fenced goes behind a block, and returns it without the indentation of its fence.
func (l *lines) fenced(f fence) excerpt.Text {
	var block excerpt.Builder
	for l.next() {
		line := l.line()
		rest := strings.TrimLeft(line, " \t")
		if end := strings.TrimRight(rest, " \t\r"); len(end) >= len(f.mark) && strings.Trim(end, f.mark[:1]) == "" {
			break
		}
		block.Keep(l.text.Slice(l.start+min(f.indent, len(line)-len(rest)), l.behind))
	}
	return block.Text()
}

// directive reads the line as one that begins a block of reStructuredText.
//
// Have: .. code-block:: bash
func (l *lines) directive() (tag string, ok bool) {
	name, tag, ok := strings.Cut(strings.TrimSpace(l.line()), "::")
	tag = strings.TrimSpace(tag)
	return tag, ok && tag != "" && isIn("code-block code sourcecode", strings.TrimPrefix(name, ".. ")) && strings.HasPrefix(name, ".. ")
}

// indented goes behind the lines that are indented more than a directive, and returns them without options and indentation.
func (l *lines) indented() excerpt.Text {
	outer, inner := indentOf(l.line()), 0
	var block excerpt.Builder
	for {
		before := *l
		if !l.next() {
			break
		}
		line := l.line()
		indent := indentOf(line)
		isEmpty := strings.TrimSpace(line) == ""
		switch {
		case !isEmpty && indent <= outer:
			*l = before
			return block.Text()
		case inner == 0 && (isEmpty || strings.HasPrefix(line[indent:], ":")):
			continue
		case inner == 0:
			inner = indent
		}
		block.Keep(l.text.Slice(l.start+min(inner, indent), l.behind))
	}
	return block.Text()
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
