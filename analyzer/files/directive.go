package files

import (
	"regexp"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// This room honours the comments that say that something is meant as it is:
//
//	# whichid:system-assigned -- REASON     the system-assigned identity is meant
//	# whichid:ignore -- REASON              no rule is to report
//	# whichid:ignore RULE,RULE -- REASON    these rules are not to report
//
// The comment is one of the file's own language, which is known by its mark: #, // or --. A directive covers what stands on its
// own line. One that stands alone on its line also covers what begins on the next line that is no comment, with all lines that
// belong to it: those that a backslash or a grave accent joins to it, and those that are indented further.

// A placedDirective is a directive in a file.
type placedDirective struct {
	identity.PlacedDirective

	start, end int // of the comment, in bytes
}

// comment finds a directive: the mark stands at the beginning of a line or behind a blank.
//
// Have: # whichid:ignore -- REASON; <!-- whichid:ignore -- REASON -->
const comment = `(?m)(?:^|[ \t])((#|//|--|;|<!--)[ \t]*whichid:([^\r\n]*))`

// suppress gives the findings that directives silence their reason, and adds those about the directives.
func (f *file) suppress(found []identity.Finding) []identity.Finding {
	directives := f.directives()
	for i := range found {
		for _, d := range directives {
			d.Silence(&found[i])
		}
	}
	for _, d := range directives {
		if problem := d.Complaint(d.Used); problem != "" {
			finding := identity.Finding{Rule: identity.DirectiveRule, Position: f.position(d.start, d.end), Message: problem}
			found = append(found, finding)
		}
	}
	return found
}

// directives returns those of the file in the order of the text. Prose that begins with the tool's name has another word.
func (f *file) directives() (out []*placedDirective) {
	if !strings.Contains(f.text, identity.Name+":") {
		return nil
	}
	for _, at := range regexp.MustCompile(comment).FindAllStringSubmatchIndex(f.text, -1) {
		mark, rest := f.text[at[4]:at[5]], strings.TrimSpace(strings.TrimSuffix(f.text[at[6]:at[7]], "-->"))
		d := identity.ParseDirective(rest, mark+" ")
		if d.Word == "" && !strings.HasPrefix(rest, identity.WordSystem[:3]) && !strings.HasPrefix(rest, identity.WordIgnore[:3]) {
			continue
		}
		line, column := f.lines.place(at[2])
		placed := &placedDirective{start: at[2], end: at[3]}
		placed.Directive, placed.From, placed.To = d, line, line
		if strings.TrimSpace(f.line(line)[:column-1]) == "" {
			placed.To = f.extent(line)
		}
		if out = append(out, placed); len(out) == identity.MaxDirectives {
			break
		}
	}
	return out
}

// line returns a line of the file.
func (f *file) line(n int) string {
	from, to := f.lines.begin[n-1], len(f.text)
	if n < len(f.lines.begin) {
		to = f.lines.begin[n]
	}
	return strings.TrimRight(f.text[from:to], "\r\n")
}

// extent returns the last line of what begins behind a comment.
func (f *file) extent(comment int) int {
	first := comment + 1
	for first <= len(f.lines.begin) && isComment(f.line(first)) {
		first++
	}
	if first > len(f.lines.begin) {
		return comment
	}
	if last := f.fence(first); last > 0 {
		return last
	}
	last := first
	for n := first + 1; n <= len(f.lines.begin); n++ {
		text := f.line(n)
		goesOn := strings.HasSuffix(f.line(n-1), `\`) || strings.HasSuffix(f.line(n-1), "`")
		if !goesOn && strings.TrimSpace(text) != "" && indent(text) <= indent(f.line(first)) {
			break
		}
		if strings.TrimSpace(text) != "" {
			last = n
		}
	}
	return last
}

// fence returns the last line of the fenced block of Markdown that begins on a line, or 0 if none does.
//
// Have: ```sh
func (f *file) fence(first int) int {
	line := strings.TrimSpace(f.line(first))
	mark := line[:len(line)-len(strings.TrimLeft(line, "`~"))]
	if len(mark) < len("```") {
		return 0
	}
	for n := first + 1; n <= len(f.lines.begin); n++ {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(f.line(n)), mark); ok && strings.Trim(rest, mark) == "" {
			return n
		}
	}
	return 0
}

func isComment(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "#") || strings.HasPrefix(line, "//")
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
