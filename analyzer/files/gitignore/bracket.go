package gitignore

import (
	"errors"
	"strings"
)

// bracket reads a set of characters in brackets, and returns how long it is written. Ranges of bytes, as in git.
func bracket(text string) (*[256]bool, int, error) {
	b := bracketReader{text: text, at: 1}
	negative := false
	if c := b.peek(); c == '!' || c == '^' {
		negative = true
		b.at++
	}
	for first := true; first || b.peek() != ']'; first = false {
		if err := b.item(); err != nil {
			return nil, 0, err
		}
	}
	for c := range b.set {
		b.set[c] = b.set[c] != negative && c != '/'
	}
	return &b.set, b.at + 1, nil
}

type bracketReader struct {
	text   string
	at     int
	set    [256]bool
	from   byte // the character before, which may begin a range
	ranges bool // from is set
}

// peek returns the next byte, or 0 at the end; a pattern holds no 0.
func (b *bracketReader) peek() byte {
	if b.at < len(b.text) {
		return b.text[b.at]
	}
	return 0
}

// item reads a character, the rest of a range behind its first character, or a class.
func (b *bracketReader) item() error {
	rest := b.text[min(b.at, len(b.text)):]
	isRange := b.ranges && len(rest) > 1 && rest[0] == '-' && rest[1] != ']'
	switch {
	case isRange:
		b.at++
		to, err := b.character()
		if err != nil {
			return err
		}
		for c := int(b.from); c <= int(to); c++ {
			b.set[c] = true
		}
		b.ranges = false
		return nil
	case strings.HasPrefix(rest, "[:"):
		if end := strings.IndexByte(rest[2:], ']'); end < 0 {
			return errBracket()
		} else if name, ok := strings.CutSuffix(rest[2:2+end], ":"); ok {
			b.at += 2 + end + 1
			b.ranges = false
			return b.class(name)
		}
	}
	c, err := b.character()
	if err != nil {
		return err
	}
	b.set[c] = true
	b.from, b.ranges = c, true
	return nil
}

// character reads one that may stand behind a backslash.
func (b *bracketReader) character() (byte, error) {
	if b.peek() == '\\' {
		b.at++
	}
	c := b.peek()
	if c == 0 {
		return 0, errBracket()
	}
	b.at++
	return c, nil
}

func errBracket() error { return errors.New("a [ without its ]") }

// class adds the characters of a class such as [:alpha:]. They are ASCII, whatever the locale.
func (b *bracketReader) class(name string) error {
	const (
		digits  = "09"
		uppers  = "AZ"
		lowers  = "az"
		puncts  = "!/:@[`{~"
		blanks  = "  \t\t"
		returns = "\n\n\r\r"
	)
	var ranges string
	switch name {
	case "alnum":
		ranges = digits + uppers + lowers
	case "alpha":
		ranges = uppers + lowers
	case "blank":
		ranges = blanks
	case "cntrl":
		ranges = "\x00\x1f\x7f\x7f"
	case "digit":
		ranges = digits
	case "graph":
		ranges = "!~"
	case "lower":
		ranges = lowers
	case "print":
		ranges = " ~"
	case "punct":
		ranges = puncts
	case "space":
		ranges = blanks + returns
	case "upper":
		ranges = uppers
	case "xdigit":
		ranges = digits + "AFaf"
	default:
		return errors.New("no such class: [:" + name + ":]")
	}
	for i := 0; i < len(ranges); i += 2 {
		for c := int(ranges[i]); c <= int(ranges[i+1]); c++ {
			b.set[c] = true
		}
	}
	return nil
}
