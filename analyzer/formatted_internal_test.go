package analyzer

import (
	"bytes"
	"go/format"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// A fix costs what it touches: gofmt looks at the part of the file that the text marks with « and », when ‹from› in it becomes what
// is behind the arrow, and the result is gofmt's of the whole file.
var partSituations = []struct {
	name, text, from, to string
}{
	{
		"one of several functions",
		"package p\n\nfunc a() {}\n\n«// b is next.\nfunc b() { call(nil) }\n»\nfunc c() {}\n",
		"nil", "other( x)",
	},
	{
		"comments that are apart",
		"package p\n\nvar a = 1 // one\n\n// More:\n\n«var b = f(nil) // two\n»\n// The rest:\n\nvar c = 1 // three\n",
		"nil", "( other)",
	},
	{
		"comments in one column",
		"package p\n\nvar a = 1\n\n«var b = f(nil) // two\nvar c = 1      // three\n»\nfunc d() {}\n",
		"nil", "other",
	},
	{
		"bodies in one column",
		"package p\n\n«func a()     { f(nil) }\nfunc b(long) {}\n»\nfunc c() {}\n",
		"a()", "another(x)",
	},
	{
		"a blank line in a comment",
		"package p\n\n«func a() { f(nil) }\n\n/*\nNot apart:\n\nb\n*/\nfunc b() {}\n»\nfunc c() {}\n",
		"nil", "( x)",
	},
	{
		"a first import",
		"«// Package p is one.\npackage p\n»\nimport \"C\"\n\nfunc a() {}\n",
		"\npackage p", "\npackage p\n\nimport   \"os\"",
	},
	{
		"an import in a block",
		"package p\n\n«import (\n\t\"fmt\" // to print\n)\n»\nfunc a() { fmt.Print() }\n",
		"\t\"fmt\"", "\t\"io/ioutil\" // to read\n\t\"fmt\"",
	},
	{
		"the last declaration",
		"package p\n\nfunc a() {}\n\n«type b struct {\n\tc int // one\n}\n»",
		"c int", "c int\n\tlonger string",
	},
	{
		"all of it",
		"«package p\n\n/*\nf\n\ng\n*/\nfunc a() { f(nil) }\n»",
		"nil", "( x)",
	},
}

func TestOnlyWhatIsTouchedIsFormatted(t *testing.T) {
	t.Parallel()
	for _, s := range partSituations {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			above, rest, _ := strings.Cut(s.text, "«")
			part, below, _ := strings.Cut(rest, "»")
			src := above + part + below
			at := len(above) + strings.Index(part, s.from)
			group := []edit{{start: at, end: at + len(s.from), text: s.to}}
			for _, end := range []string{"\n", "\r\n"} {
				e := editorOf(t, strings.ReplaceAll(src, "\n", end))
				if start, end := e.apart(group); src[start:end] != part {
					t.Errorf("gofmt looks at\n%s\nwant\n%s", src[start:end], part)
				}
				got := applied(src, e.formatted(group))
				want, err := format.Source([]byte(applied(src, group)))
				if err != nil || got != string(want) || got == applied(src, group) {
					t.Errorf("got\n%s\nwant\n%s%v", got, want, err)
				}
			}
		})
	}
}

func TestOffsetsOfLinesThatEndInTwoBytes(t *testing.T) {
	t.Parallel()
	for _, raw := range []string{"", "\r\n", "a\r\nb\r\n\r\nc", "a\r\rb\n\r\n", "\r", "a\nb"} {
		text := newFileText([]byte(raw))
		for offset := range len(text.src) + 1 {
			at := text.rawOffset(offset)
			before := bytes.ReplaceAll([]byte(raw[:at]), []byte("\r\n"), []byte("\n"))
			if !bytes.Equal(before, text.src[:offset]) || text.srcOffset(at) != offset {
				t.Errorf("%q: offset %d is at %d, which is offset %d", raw, offset, at, text.srcOffset(at))
			}
		}
	}
}

func editorOf(t *testing.T, src string) *editor {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "a.go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return &editor{visit: &visit{pkg: &Package{Fset: fset}}, fileText: newFileText([]byte(src)), file: file}
}

// applied returns a text with edits, which are in order.
func applied(src string, edits []edit) string {
	var out strings.Builder
	at := 0
	for _, x := range edits {
		out.WriteString(src[at:x.start] + x.text)
		at = x.end
	}
	return out.String() + src[at:]
}
