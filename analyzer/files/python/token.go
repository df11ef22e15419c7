package python

// A kind is what a token is.
type kind uint8

const (
	name    kind = iota // also a keyword
	number              //
	plain               // a string without fields, with its prefix and quotes
	text                // the part of a string with fields between these
	begin               // the prefix and the quotes that open a string with fields
	end                 // the quotes that close one
	open                // a bracket that opens, also that of a field
	closing             // a bracket that closes
	op                  // any other sign
	newline             // the end of a statement, also ;
	magic               // a line that is no Python but a notebook's: !command, %command
)

// A token is a part of the source: the bytes [from, to).
type token struct {
	kind     kind
	from, to int
	match    int // the other end of brackets and of strings with fields, or -1
}

// Keywords that more than a few places know.
const (
	asyncWord  = "async"
	caseWord   = "case"
	classWord  = "class"
	defWord    = "def"
	elifWord   = "elif"
	forWord    = "for"
	fromWord   = "from"
	importWord = "import"
	matchWord  = "match"
)

// isKeyword reports whether a word can never be a name.
//
// https://docs.python.org/3/reference/lexical_analysis.html#keywords
func isKeyword(word string) bool {
	switch word {
	case "False", "None", "True", "and", "as", "assert", asyncWord, "await", "break", classWord, "continue", defWord, "del", elifWord,
		"else", "except", "finally", forWord, fromWord, "global", "if", importWord, "in", "is", "lambda", "nonlocal", "not", "or", "pass",
		"raise", "return", "try", "while", "with", "yield":
		return true
	}
	return false
}

// opensStatement reports whether a word can stand at the beginning of a statement only. Inside brackets it shows that they
// were never closed.
func opensStatement(word string) bool {
	switch word {
	case "assert", "break", classWord, "continue", defWord, "del", "global", importWord, "nonlocal", "pass", "raise", "return", "try",
		"while", "with":
		return true
	}
	return false
}

func isNameStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isNamePart(c byte) bool { return isNameStart(c) || isDigit(c) }

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\f' || c == '\r' || c == '\v' }

// isPrefix reports whether a word can stand before a quote.
//
// https://docs.python.org/3/reference/lexical_analysis.html#strings, https://peps.python.org/pep-0750/ (t), and ur of Python 2
func isPrefix(word string) bool {
	if len(word) > 2 {
		return false
	}
	seen := 0
	for i := range len(word) {
		bit := 2
		switch word[i] | 0x20 {
		case 'r':
			bit = 1
		case 'b', 'u', 'f', 't':
		default:
			return false
		}
		if seen&bit != 0 {
			return false
		}
		seen |= bit
	}
	return true
}

// hasFields reports whether a prefix is one of a string with fields.
func hasFields(prefix string) bool {
	for i := range len(prefix) {
		if c := prefix[i] | 0x20; c == 'f' || c == 't' {
			return true
		}
	}
	return false
}

// isRaw reports whether backslashes mean themselves behind a prefix.
func isRaw(prefix string) bool {
	for i := range len(prefix) {
		if prefix[i]|0x20 == 'r' {
			return true
		}
	}
	return false
}
