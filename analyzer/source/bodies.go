package source

import "bytes"

// dropBodies returns a file without the bodies of its functions, which takes far less time to parse. It returns text itself if
// there is something that it does not understand.
func dropBodies(text []byte) []byte {
	l := &lexer{text: text}
	out := make([]byte, 0, len(text))
	kept, depth := 0, 0
	isFunction, isType := false, false
	var before, kind byte
	for kind = l.next(); kind != end; before, kind = kind, l.next() {
		switch kind {
		case '(', '[':
			depth++
		case ')', ']', '}':
			depth--
		case '{':
			if depth > 0 || !isFunction || isType {
				depth++
				break
			}
			out = append(out, text[kept:l.from]...)
			if !l.block() {
				return text
			}
			kept, isFunction = l.at, false
		case word:
			if depth == 0 && l.line && endsLine(before) {
				isFunction = l.is("func")
			}
		}
		isType = kind == word && (l.is("interface") || l.is("struct")) // whose brace begins no body
	}
	if l.open {
		return text
	}
	return append(out, text[kept:]...)
}

// endsLine reports whether a declaration may end with a token of this kind: then a new one begins in the next line.
func endsLine(kind byte) bool {
	return bytes.IndexByte([]byte{word, literal, ')', ']', '}'}, kind) >= 0
}
