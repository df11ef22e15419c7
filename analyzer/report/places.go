package report

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/whichid/whichid/analyzer/identity"
)

// place8 tells line and column of a byte of a text, both from 1. Columns count bytes.
func place8(text []byte, offset int) (line, column int) {
	before := text[:min(offset, len(text))]
	return bytes.Count(before, []byte("\n")) + 1, len(before) - bytes.LastIndexByte(before, '\n')
}

// place16 tells line and column of a byte as SARIF has them: columns count UTF-16 code units, the byte order mark that a text may begin
// with does not count, and the end of a text that ends with a line break is on the last line, behind the break
// (SARIF 2.1.0, 3.30.2 Text regions).
func place16(text []byte, offset int) (line, column int) {
	before := text[:min(offset, len(text))]
	last := before
	if len(before) == len(text) {
		last = bytes.TrimSuffix(before, []byte("\n"))
	}
	start := bytes.LastIndexByte(last, '\n') + 1
	counted := before[start:]
	if start == 0 {
		counted = bytes.TrimPrefix(counted, []byte(mark))
	}
	return bytes.Count(before[:start], []byte("\n")) + 1, units(counted) + 1
}

// units counts the UTF-16 code units of a text. A byte that is no UTF-8 is one: readers take it for one character.
func units(text []byte) (n int) {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		n += utf16.RuneLen(r)
		text = text[size:]
	}
	return n
}

// A region is a range of a text, as SARIF has it.
type region struct {
	StartLine   int      `json:"startLine"`
	StartColumn int      `json:"startColumn"`
	EndLine     int      `json:"endLine"`
	EndColumn   int      `json:"endColumn"`
	Snippet     *content `json:"snippet,omitempty"`
}

func regionBetween(text []byte, start, end int) region {
	var r region
	r.StartLine, r.StartColumn = place16(text, start)
	r.EndLine, r.EndColumn = place16(text, end)
	return r
}

// regionOf returns the region of a finding; without the text, columns stay as they are.
func regionOf(text []byte, p identity.Position) region {
	if text == nil {
		return region{StartLine: p.Line, StartColumn: p.Column, EndLine: p.EndLine, EndColumn: p.EndColumn}
	}
	return regionBetween(text, p.Start, p.End)
}
