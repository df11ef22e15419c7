package yaml

import (
	"strconv"
	"strings"
)

// double reads a scalar between double quotes.
func (w *writing) double() bool {
	w.quote = Double
	for w.i++; w.i < len(w.src); {
		start := w.i
		for w.i < len(w.src) && w.src[w.i] != '"' && w.src[w.i] != '\\' && !isSpace(w.src, w.i) {
			w.i++
		}
		if !w.keep(start, w.i) || w.i >= len(w.src) {
			return false
		}
		var ok bool
		switch w.src[w.i] {
		case '"':
			w.i++
			return w.value == ""
		case '\\':
			ok = w.escape()
		default:
			ok = w.blank()
		}
		if !ok {
			return false
		}
	}
	return false
}

// simple holds the escapes of one letter, each behind what it means (https://yaml.org/spec/1.2.2/#57-escaped-characters).
const simple = "\x000\aa\bb\tt\t\t\nn\vv\ff\rr\x1be  \"\"//\\\\\u0085N\u00a0_\u2028L\u2029P"

// escape reads what a backslash begins.
func (w *writing) escape() bool {
	start := w.i
	w.i++
	if n := breakAt(w.src, w.i); n > 0 {
		w.spaces()
		breaks := len(w.value) - len(strings.TrimLeft(w.value, "\n"))
		return len(w.within(start, w.i)) == 0 && w.put(w.value[:breaks], start, w.i)
	}
	if w.i >= len(w.src) {
		return false
	}
	c := w.src[w.i]
	w.i++
	size := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
	if size == 0 {
		meant, ok := unescape(rune(c))
		return ok && w.put(meant, start, w.i)
	}
	if w.i+size > len(w.src) {
		return false
	}
	code, err := strconv.ParseInt(w.src[w.i:w.i+size], 16, 32)
	w.i += size
	return err == nil && w.put(string(rune(code)), start, w.i)
}

// unescape returns what an escape of one letter means.
func unescape(letter rune) (string, bool) {
	meant := rune(-1)
	for _, r := range simple {
		switch {
		case meant < 0:
			meant = r
		case r == letter:
			return string(meant), true
		default:
			meant = -1
		}
	}
	return "", false
}
