package report

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible returns text in which nothing commands a terminal or hides: control characters, line breaks, marks that change the
// direction of writing and bytes that are no UTF-8 are spelled as in Go, \x1b, \n, \u202e, and so is the bracket of ##[, which begins a
// command wherever it stands in the log of a GitHub workflow (actions/runner src/Runner.Common/ActionCommand.cs). All else stays
// as it is.
func Visible(text string) string {
	text = strings.ReplaceAll(text, "##[", `##\x5b`)
	if strings.IndexFunc(text, isHidden) < 0 {
		return text
	}
	var b strings.Builder
	for rest := text; rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, rest[0])
		case !unicode.IsGraphic(r):
			b.WriteString(spelled(r))
		default:
			b.WriteRune(r)
		}
		rest = rest[size:]
	}
	return b.String()
}

// isHidden also finds U+FFFD, which is what a byte that is no UTF-8 decodes to.
func isHidden(r rune) bool { return r == utf8.RuneError || !unicode.IsGraphic(r) }

func spelled(r rune) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r < utf8.RuneSelf:
		return fmt.Sprintf(`\x%02x`, r)
	case r > 0xffff:
		return fmt.Sprintf(`\U%08x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

// visiblePath returns the name of a file as text shows it, the same on every system.
func visiblePath(name string) string { return Visible(filepath.ToSlash(name)) }
