package analyzer

import (
	"bytes"
	"go/ast"
	"go/format"
	"sort"
	"strings"
	"sync"

	"github.com/whichid/whichid/analyzer/identity"
)

// A fileText is what the fixes in one file need to know of its bytes.
type fileText struct {
	raw     []byte // the file
	src     []byte // the file with line ends of one byte; all offsets of edits mean this text
	returns []int  // where \r\n stands in raw
	editors int    // how many there were

	isFormatted   func() bool // whether it is as gofmt would write it
	mentionsOther func() bool // whether it speaks of a platform where an ID can be refused
}

// maxEdited bounds the work on the fixes of one file: each may read it again, if it is one declaration. The findings behind have none;
// once the others are mended, they get theirs.
const maxEdited = 32 << 20

// edited counts a fix, and tells whether there may be one.
func (t *fileText) edited() bool {
	t.editors++
	return t.editors*len(t.src) <= maxEdited
}

// textOf returns the text of a file, or nil if its bytes are not to be had.
func (v *visit) textOf(file *ast.File) *fileText {
	if t := v.texts[file]; t != nil {
		return t
	}
	raw, err := v.pkg.ReadFile(v.pkg.Fset.File(file.FileStart).Name())
	if err != nil {
		return nil
	}
	t := newFileText(raw)
	v.texts[file] = t
	return t
}

func newFileText(raw []byte) *fileText {
	t := &fileText{raw: raw, src: bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n"))}
	if len(t.raw) != len(t.src) {
		for at := range raw[1:] {
			if raw[at] == '\r' && raw[at+1] == '\n' {
				t.returns = append(t.returns, at)
			}
		}
	}
	t.isFormatted = sync.OnceValue(func() bool {
		clean, err := format.Source(t.src)
		return err == nil && bytes.Equal(clean, t.src)
	})
	t.mentionsOther = sync.OnceValue(func() bool { return identity.MentionsOther(t.src) })
	return t
}

// srcOffset turns an offset in the file into one in src.
func (t *fileText) srcOffset(raw int) int {
	return raw - sort.Search(len(t.returns), func(i int) bool { return t.returns[i]+2 > raw })
}

// rawOffset turns an offset in src into one in the file as it is.
func (t *fileText) rawOffset(src int) int {
	return src + sort.Search(len(t.returns), func(i int) bool { return t.returns[i]-i >= src })
}

func (t *fileText) rawText(text string) string {
	if len(t.returns) == 0 {
		return text
	}
	return strings.ReplaceAll(text, "\n", "\r\n")
}
