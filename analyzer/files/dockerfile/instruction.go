package dockerfile

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
)

// An instruction is one, with its continued lines joined and comments between them left out.
type instruction struct {
	name string       // in upper case
	args excerpt.Text // what stands behind the name
	docs []heredoc    // in the order of args
	rest excerpt.Text // the line end behind args and all heredocs, as they are written
}

// A heredoc is a text on the lines behind an instruction.
type heredoc struct {
	name   string
	chomp  bool // tabs at the start of lines are left out
	quoted bool // nothing in it is expanded
	ends   bool // before the file does
	body   excerpt.Text
}

// A reading goes through the lines of a file as moby/buildkit@v0.34.2/frontend/dockerfile/parser/parser.go does.
type reading struct {
	text   excerpt.Text
	at     int  // where the next line starts
	escape byte // continues a line
}

// instructions reads a file.
func instructions(t excerpt.Text) (out []instruction, escape byte) {
	r := reading{text: t, escape: '\\'}
	r.at = len(t.String()) - len(strings.TrimPrefix(t.String(), "\ufeff"))
	r.directives()
	for r.at < t.Len() {
		if in, ok := r.instruction(); ok {
			out = append(out, in)
		}
	}
	return out, r.escape
}

// line returns the bounds of the next line without its end, and goes behind it.
func (r *reading) line() (start, end int) {
	start, end = r.at, r.text.Len()
	r.at = end
	if n := strings.IndexByte(r.text.String()[start:], '\n'); n >= 0 {
		end = start + n
		r.at = end + 1
	}
	return start, start + len(strings.TrimRight(r.text.String()[start:end], "\r"))
}

// directives reads the comments at the top that are for the parser.
//
// Have: # escape=`
func (r *reading) directives() {
	for before := r.at; before < r.text.Len(); before = r.at {
		start, end := r.line()
		key, val, ok := strings.Cut(strings.TrimLeft(r.text.String()[start:end], " \t"), "=")
		key, isComment := strings.CutPrefix(key, "#")
		key = strings.ToLower(strings.TrimSpace(key))
		if !ok || !isComment || !slices.Contains([]string{"escape", "syntax", "check"}, key) {
			r.at = before
			return
		}
		if val = strings.TrimSpace(val); key == "escape" && (val == "`" || val == `\`) {
			r.escape = val[0]
		}
	}
}

// instruction reads the next lines that belong together. There is none on a line that is empty or a comment.
func (r *reading) instruction() (instruction, bool) {
	var joined excerpt.Builder
	isFirst, end := true, 0
	for continues := true; continues && r.at < r.text.Len(); {
		var start int
		start, end = r.line()
		line := strings.TrimLeft(r.text.String()[start:end], " \t\v\f\r")
		switch {
		case line == "" || line[0] == '#':
			if isFirst {
				return instruction{}, false
			}
			continue
		case isFirst:
			start = end - len(line)
		}
		isFirst = false
		var length int
		length, continues = r.continued(r.text.String()[start:end])
		joined.Keep(r.text.Slice(start, start+length))
	}
	text := joined.Text()
	name, args := cutWord(text)
	in := instruction{name: strings.ToUpper(name.String()), args: args}
	for _, doc := range heredocsOf(in) {
		in.docs = append(in.docs, r.heredoc(doc))
	}
	if len(in.docs) > 0 {
		in.rest = r.text.Slice(end, r.at)
	}
	return in, name.Len() > 0
}

// continued returns how much of a line belongs to an instruction, and whether that goes on behind the line.
func (r *reading) continued(line string) (length int, continues bool) {
	kept := strings.TrimRight(line, " \t")
	n := len(kept) - 1
	if n < 0 || kept[n] != r.escape || n > 0 && kept[n-1] == r.escape {
		return len(line), false
	}
	return n, true
}

// heredocsOf returns the heredocs that an instruction announces, in the order in which they follow.
//
// Have: RUN <<EOF cat; RUN cat <<-'A' 3<<B; COPY <<x.sh <<y.sh /bin/; ONBUILD RUN <<EOF
func heredocsOf(in instruction) []heredoc {
	name, args := in.name, in.args
	if name == "ONBUILD" {
		var inner excerpt.Text
		inner, args = cutWord(args)
		name = strings.ToUpper(inner.String())
	}
	if name != "RUN" && name != "COPY" && name != "ADD" || !strings.Contains(args.String(), "<<") {
		return nil
	}
	if _, isExec := execForm(withoutFlags(args)); isExec {
		return nil
	}
	var out []heredoc
	words, closed := fields(args, '\\')
	if !closed {
		return nil
	}
	for _, word := range words {
		if doc, ok := heredocOf(word.String()); ok {
			out = append(out, doc)
		}
	}
	return out
}

// heredocOf reads a word such as 3<<-'EOF'.
func heredocOf(word string) (heredoc, bool) {
	mark, isMark := strings.CutPrefix(strings.TrimLeft(word, "0123456789"), "<<")
	name, chomp := strings.CutPrefix(mark, "-")
	if !isMark || name == "" || strings.Contains(name, "<") {
		return heredoc{}, false
	}
	bare := strings.NewReplacer(`"`, "", "'", "", `\`, "").Replace(name)
	return heredoc{name: bare, chomp: chomp, quoted: bare != name}, bare != ""
}

// heredoc reads the lines of a heredoc.
func (r *reading) heredoc(doc heredoc) heredoc {
	var body excerpt.Builder
	for r.at < r.text.Len() {
		start, end := r.line()
		if doc.chomp {
			start = end - len(strings.TrimLeft(r.text.String()[start:end], "\t"))
		}
		if doc.ends = r.text.String()[start:end] == doc.name; doc.ends {
			break
		}
		body.Keep(r.text.Slice(start, r.at))
	}
	doc.body = body.Text()
	return doc
}
