package yaml

import (
	"strconv"
	"strings"
)

// Double quotes text for a string between double quotes, in YAML and in JSON.
func Double(s string) (string, bool) {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			b.WriteString(`\u00` + strconv.FormatInt(int64(r)+0x100, 16)[1:])
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), true
}

// single quotes text for a string between single quotes, where no line can break and stay a break.
func single(s string) (string, bool) {
	return strings.ReplaceAll(s, "'", "''"), !control(s)
}

// plain quotes text for a scalar without quotes: it can stand there or it cannot.
func plain(flow bool) func(string) (string, bool) {
	return func(s string) (string, bool) {
		ok := !control(s) && !strings.Contains(s, ": ") && !strings.Contains(s, " #") && !strings.HasSuffix(s, ":") &&
			!strings.HasPrefix(s, "#") && !strings.HasPrefix(s, "- ") && !strings.HasPrefix(s, ": ") &&
			(!flow || !strings.ContainsAny(s, ",[]{}"))
		return s, ok
	}
}

// folded quotes text for a block whose line breaks are blanks.
func folded(s string) (string, bool) { return s, !control(s) }

// control reports whether text has line breaks or other characters that no line has.
func control(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 })
}

// literal quotes text for a block of lines, which begin behind an indentation. In a line that lacks some of it, that comes first.
func literal(indent int, lineBreak, lacking string) func(string) (string, bool) {
	return func(s string) (string, bool) {
		return lacking + strings.ReplaceAll(s, "\n", lineBreak+strings.Repeat(" ", indent)), !control(strings.ReplaceAll(s, "\n", ""))
	}
}

// end quotes text for the line behind a block: whole lines.
func end(indent int, lineBreak string) func(string) (string, bool) {
	return func(s string) (string, bool) {
		lines, ok := strings.CutSuffix(s, "\n")
		ok = ok && !control(strings.ReplaceAll(lines, "\n", ""))
		before := strings.Repeat(" ", indent)
		return before + strings.ReplaceAll(lines, "\n", lineBreak+before) + lineBreak, ok
	}
}
