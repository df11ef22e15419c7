package keys

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// fix returns the edit that writes the ID's key, in a line before the last entry of its mapping that has a line of its own.
func (w *walk) fix(r *row, n *tree.Node) identity.Fix {
	if r.fix == "" || w.reading.Variable == "" {
		return identity.Fix{}
	}
	key := r.ids[0]
	to := n
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		to, _ = r.lookup(n, key[:i])
	}
	if _, there := r.find(n, key); there || to == nil || to.Kind != tree.Mapping || len(to.Entries) == 0 {
		return identity.Fix{}
	}
	value := strings.ReplaceAll(r.fix, "$", "\x00")
	value = strings.ReplaceAll(strings.ReplaceAll(value, "\x00{", "${"), "\x00", w.reading.Variable)
	edit, ok := insert(to, last(key), value)
	if !ok {
		return identity.Fix{}
	}
	return identity.Fix{
		Message: "name the identity by the client ID in " + w.reading.Variable + ", which has to be set",
		Edits:   []identity.Edit{edit},
	}
}

// insert writes a key and its value into a mapping of YAML.
//
// Have: lines of key: value, the second of which tells the indentation; {key: value}; {"key": "value"}
func insert(to *tree.Node, key, value string) (identity.Edit, bool) {
	text := to.At.String()
	if strings.HasPrefix(text, "{") {
		rest := strings.TrimLeft(text[1:], " \r")
		if strings.HasPrefix(rest, `"`) || strings.HasPrefix(rest, "\n") || rest == "" {
			return identity.Edit{}, false // JSON knows no variables
		}
		return to.At.Insert(1, key+": "+quoted(value)+", ")
	}
	at, indent := -1, ""
	for i := range text {
		if text[i] != '\n' {
			continue
		}
		rest := text[i+1:]
		blanks := rest[:len(rest)-len(strings.TrimLeft(rest, " "))]
		line := rest[len(blanks):]
		if at >= 0 && len(blanks) >= len(indent) || !beginsEntry(to, line) {
			continue
		}
		at, indent = i+1+len(blanks), blanks
	}
	if at < 0 {
		return identity.Edit{}, false
	}
	if strings.HasPrefix(value, "{") {
		value = quoted(value)
	}
	return to.At.Insert(at, key+": "+value+"\n"+indent)
}

// quoted returns a value as it has to stand within braces.
func quoted(value string) string { return `"` + value + `"` }

// beginsEntry reports whether a line begins with one of a mapping's keys.
func beginsEntry(n *tree.Node, line string) bool {
	for _, e := range n.Entries {
		rest, ok := strings.CutPrefix(strings.TrimLeft(line, `"'`), e.Key.String())
		if ok && strings.HasPrefix(strings.TrimLeft(rest, `"' `), ":") {
			return true
		}
	}
	return false
}
