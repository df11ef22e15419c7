package source

import "bytes"

// dropBodies returns a file without the bodies of its functions, which takes far less time to parse. It returns text itself if
// there is something that it does not understand.
func dropBodies(text []byte) []byte {
	l := &lexer{text: text}
	out := make([]byte, 0, len(text))
	kept, depth := 0, 0
	inFunction, isType := false, false // a brace would begin a type: interface{…}
	var before, kind byte
	for {
		before, kind = kind, l.next()
		switch kind {
		case end:
			if l.open {
				return text
			}
			return append(out, text[kept:]...)
		case '(', '[':
			depth++
		case ')', ']', '}':
			depth--
		case '{':
			if depth > 0 || !inFunction || isType {
				depth++
				break
			}
			out = append(out, text[kept:l.from]...)
			if !l.block() {
				return text
			}
			kept, inFunction = l.at, false
		case word:
			if depth == 0 && l.line {
				inFunction = l.is("func") && bytes.IndexByte([]byte{word, literal, ')', ']', '}'}, before) >= 0
			}
		}
		isType = kind == word && (l.is("interface") || l.is("struct"))
	}
}
