package source

import (
	"bytes"
	"go/parser"
	"go/token"
	"strconv"
)

// A header is what stands in front of the declarations of a Go file.
type header struct {
	clause  string // the name of its package
	imports []importSpec
}

type importSpec struct {
	path string
	name string // in the file, or ""
}

// readHeader reads the header of a file. With an error it returns what stands before. The parser is asked only where a header is not
// plain: it takes several times as long.
func readHeader(text []byte) (header, error) {
	if h, plain := plainHeader(text); plain {
		return h, nil
	}
	var h header
	file, err := parser.ParseFile(token.NewFileSet(), "", text, parser.ImportsOnly|parser.SkipObjectResolution)
	if file == nil {
		return h, err
	}
	h.clause = file.Name.Name
	for _, spec := range file.Imports {
		path, bad := strconv.Unquote(spec.Path.Value)
		if bad != nil {
			continue
		}
		one := importSpec{path: path}
		if spec.Name != nil {
			one.name = spec.Name.Name
		}
		h.imports = append(h.imports, one)
	}
	return h, err
}

// plainHeader reads a header of ASCII with each import on a line of its own, and reports whether it is one.
func plainHeader(text []byte) (h header, plain bool) {
	l := &lexer{text: text}
	if l.next() != word || !l.is("package") || l.next() != word {
		return h, false
	}
	h.clause = string(l.token())
	if h.clause == "_" || !token.IsIdentifier(h.clause) {
		return h, false
	}
	kind := l.next()
	for ; l.line && kind == word && l.is("import"); kind = l.next() {
		if !h.addImports(l) {
			return h, false
		}
	}
	isEnd := kind == end && l.from == len(text) || l.line && kind == word && isDeclaration(l)
	return h, isEnd && !l.open && isASCII(text[:min(l.at+1, len(text))]) // the parser has seen the next character, too
}

func isDeclaration(l *lexer) bool {
	return l.is("func") || l.is("type") || l.is("var") || l.is("const")
}

// addImports reads what stands behind import.
func (h *header) addImports(l *lexer) bool {
	kind := l.next()
	if kind != '(' {
		return h.addImport(l, kind)
	}
	for kind = l.next(); kind != ')'; kind = l.next() {
		if !l.line || !h.addImport(l, kind) {
			return false
		}
	}
	return true
}

// addImport reads a name, if there is one, and a path. The token is the first one.
func (h *header) addImport(l *lexer, kind byte) bool {
	var one importSpec
	if kind == word || kind == '.' {
		one.name = string(l.token())
		kind = l.next()
		if l.line || one.name != "." && !token.IsIdentifier(one.name) {
			return false
		}
	}
	quoted, isString := bytes.CutPrefix(l.token(), []byte{'"'})
	path, isClosed := bytes.CutSuffix(quoted, []byte{'"'})
	if kind != literal || !isString || !isClosed || !isPath(path) {
		return false
	}
	one.path = string(path)
	h.imports = append(h.imports, one)
	return true
}

func isPath(text []byte) bool {
	for _, c := range text {
		if !isLetter(c) && !isDigit(c) && c != '/' && c != '.' && c != '-' && c != '~' {
			return false
		}
	}
	return len(text) > 0
}

// isASCII reports whether a text is plain: what is not may have faults that the parser sees.
func isASCII(text []byte) bool {
	for _, c := range text {
		if c == 0 || c >= 0x80 {
			return false
		}
	}
	return true
}
