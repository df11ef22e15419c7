package analyzer

import (
	"strings"
)

// A path leads from a variable or an allocation to a part of it: fields and map keys, each with its mark before it.
type path string

const (
	fieldMark = "\x01"
	keyMark   = "\x02"
	anyPart   = fieldMark + keyMark
)

func (p path) field(name string) path { return p + fieldMark + path(name) }
func (p path) key(name string) path   { return p + keyMark + path(escapePath(name)) }

func escapePath(s string) string {
	if !strings.ContainsAny(s, anyPart+holeMark) { // as nearly always
		return s
	}
	return strings.NewReplacer(fieldMark, "", keyMark, "", holeMark, "").Replace(s)
}

// parent cuts off the last part of p, which must not be empty.
func (p path) parent() path { return p[:strings.LastIndexAny(string(p), anyPart)] }

// below reports whether p is a part of root, and not root itself.
func (p path) below(root path) bool {
	return len(p) > len(root) && strings.HasPrefix(string(p), string(root)) && strings.IndexByte(anyPart, p[len(root)]) >= 0
}

func lastPart(p path) string { return string(p[strings.LastIndexAny(string(p), anyPart)+1:]) }

// steps splits a path into its parts, each with its mark.
func (p path) steps() []path {
	var out []path
	for len(p) > 0 {
		end := 1
		for end < len(p) && p[end] != fieldMark[0] && p[end] != keyMark[0] {
			end++
		}
		out = append(out, p[:end])
		p = p[end:]
	}
	return out
}
