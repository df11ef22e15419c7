package analyzer

import (
	"bytes"
	"go/format"
	"slices"
	"sort"
)

// This room writes edits as gofmt would. It looks at the declarations that are edited, and at no others: gofmt aligns comments
// only from line to line, so that it looks at what is apart from these for itself.

// header stands above declarations that gofmt looks at alone.
const header = "package p\n\n"

// formatted returns edits in one declaration whose result is formatted, if the file is now.
func (e *editor) formatted(group []edit) []edit {
	if !e.isFormatted() {
		return group
	}
	start, end := e.apart(group)
	head := header
	if start == 0 {
		head = ""
	}
	edited := []byte(head)
	at := start
	for _, x := range group {
		edited = append(append(edited, e.src[at:x.start]...), x.text...)
		at = x.end
	}
	edited = append(edited, e.src[at:end]...)
	result, err := format.Source(edited)
	if err != nil || bytes.Equal(result, edited) {
		return group
	}
	result = result[len(head):]
	more := e.src[end:min(end+len(result), len(e.src))] // what is inserted may go on as the file does
	before, after := e.src[start:end+len(more)], slices.Concat(result, more)
	prefix := commonPrefix(before, after)
	suffix := commonSuffix(before[prefix:], after[prefix:])
	return []edit{{start: start + prefix, end: start + len(before) - suffix, text: string(after[prefix : len(after)-suffix])}}
}

// apart returns the smallest part of the file that holds edits and that gofmt looks at for itself: whole declarations with the
// comments at them, or the file from its start.
func (e *editor) apart(group []edit) (start, end int) {
	first := e.declsUpTo(group[0].start) - 1
	for i := first; i >= 0 && start == 0; i-- {
		from, to := e.above(i)
		if at := blankLine(e.src[from:to], bytes.LastIndex); at >= 0 && from+at < group[0].start {
			start = from + at + len("\n\n")
		}
	}
	last := group[len(group)-1].end
	for i := first + 1; i <= len(e.file.Decls); i++ {
		from, to := e.above(i)
		if at := blankLine(e.src[from:to], bytes.Index); at >= 0 && from+at >= last {
			return start, from + at + len("\n")
		}
	}
	return start, len(e.src)
}

// declsUpTo returns how many declarations begin at an offset or before it.
func (e *editor) declsUpTo(offset int) int {
	return sort.Search(len(e.file.Decls), func(i int) bool { return e.offset(e.file.Decls[i].Pos()) > offset })
}

// above returns where the text is that stands between a declaration, or the end of the file, and what is above it.
func (e *editor) above(i int) (from, to int) {
	from, to = e.offset(e.file.Name.End()), len(e.src)
	if i > 0 {
		from = e.offset(e.file.Decls[i-1].End())
	}
	if i < len(e.file.Decls) {
		to = e.offset(e.file.Decls[i].Pos())
	}
	return from, to
}

// blankLine returns where index finds the end of a line and a blank line behind it, or -1 if that may be in a comment.
func blankLine(between []byte, index func(s, sep []byte) int) int {
	if bytes.Contains(between, []byte("/*")) {
		return -1
	}
	return index(between, []byte("\n\n"))
}

func commonPrefix(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
