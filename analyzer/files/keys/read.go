// Package keys finds, in configuration of whatever syntax, the keys that turn a managed identity on, and says whether the keys that
// name one are there. What it knows of components is a table; the code that walks it knows no row of it.
package keys

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// manifest is the name of the rule that most rows have.
const manifest = "manifest"

// deepest is how deep a configuration may go.
const deepest = 256

// MayHold reports whether text may hold something that [Read] knows: a search for words, which costs little beside parsing.
func MayHold(text string) bool {
	for range rowsFor(text) {
		return true
	}
	return identity.HasLogin(text) || identity.MayBeSQL(text)
}

// Read yields the places of one document that turn a managed identity on and name none.
func Read(doc *tree.Node, r site.Reading) []site.Site {
	if doc == nil {
		return nil
	}
	text := doc.At.String()
	rows, err := table(text)
	if err != nil {
		return nil // a test holds the table to its notation
	}
	w := &walk{rows: rows, reading: r, variables: identity.HasLogin(text)}
	if len(rows) == 0 && !w.variables && !identity.MayBeSQL(text) {
		return nil // nor is there anything in texts within the text
	}
	w.node(place{}, doc)
	return w.sites
}

// A place is where a node stands.
type place struct {
	path     []string   // the keys that lead to it
	resource *tree.Node // the mapping around it that has a kind, or nil
	from     int        // how many keys lead to the resource
	asks     tree.Entry // the entry whose value the node is
	around   []Variable // what the environments around it hold
	depth    int
}

// A walk visits a document.
type walk struct {
	rows      []row
	reading   site.Reading
	variables bool // some variable of the document may ask for a managed identity
	sites     []site.Site
}

func (w *walk) node(p place, n *tree.Node) {
	if n == nil || p.depth > deepest {
		return
	}
	p.depth++
	switch n.Kind {
	case tree.Mapping:
		w.mapping(p, n)
	case tree.List:
		for _, item := range n.Items {
			w.node(p, item)
		}
	case tree.Scalar:
		w.scalar(n)
	case tree.Unknown:
	}
}

func (w *walk) mapping(p place, n *tree.Node) {
	if n.Get("kind") != nil {
		p.resource, p.from = n, len(p.path)
	}
	for i := range w.rows {
		if row := &w.rows[i]; row.isFor(p) {
			w.judge(row, p, n)
		}
	}
	if w.variables {
		p.around = w.environments(p, n)
	}
	for _, e := range n.Entries {
		inner := p
		inner.path = append(slices.Clip(p.path), e.Key.String())
		inner.asks = e
		w.node(inner, e.Value)
	}
}

// isFor reports whether the mapping at a place may be what a row is about.
func (r *row) isFor(p place) bool {
	from := len(p.path) - len(r.path)
	switch {
	case from < 0 || r.root && from != 0:
		return false
	case r.kinds != nil:
		if p.resource == nil || from != p.from || !slices.Contains(r.kinds, p.resource.Get("kind").Text()) ||
			!strings.HasPrefix(p.resource.Get("apiVersion").Text(), r.api) {
			return false
		}
	}
	for i, want := range r.path {
		if !matches(want, p.path[from+i]) {
			return false
		}
	}
	return true
}

// scalar reads a value that is a text of its own.
func (w *walk) scalar(n *tree.Node) {
	text := n.Value.String()
	if s, ok := connection(n.Value); ok {
		w.sites = append(w.sites, s)
		return
	}
	if w.reading.Text == nil || !MayHold(text) {
		return
	}
	switch {
	case IsBlocks(text):
		w.sites = append(w.sites, w.reading.Text(site.HCL, n.Value)...)
	case IsDocument(text):
		w.sites = append(w.sites, w.reading.Text(site.YAML, n.Value)...)
	}
}

// IsDocument reports whether a value may be configuration in itself.
//
// Have: {"useManagedIdentityExtension": true}; lines of which one is key: value
func IsDocument(text string) bool {
	text = strings.TrimSpace(text)
	switch {
	case strings.HasPrefix(text, "{"):
		return !strings.HasPrefix(text, "{{")
	case strings.HasPrefix(text, "#!"), !strings.Contains(text, "\n"):
		return false
	}
	for line := range strings.SplitSeq(text, "\n") {
		key, _, ok := strings.Cut(strings.TrimLeft(line, " -"), ":")
		if ok && key != "" && !strings.ContainsAny(key, " \t\"'$(){}#=/") {
			return true
		}
	}
	return false
}

// IsBlocks reports whether lines of text may be HCL.
//
// Have: provider "azurerm" {
func IsBlocks(text string) bool {
	kinds := []string{"backend", "data", "provider", "remote_state", "seal", "source", "terraform"}
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		kind, rest, ok := strings.Cut(line, " ")
		if ok && strings.HasSuffix(line, "{") && slices.Contains(kinds, kind) && (rest == "{" || strings.HasPrefix(rest, `"`)) {
			return true
		}
	}
	return false
}

// matches reports whether text is what a pattern says, in which * at the ends stands for any text.
func matches(pattern, text string) bool {
	begin := strings.HasPrefix(pattern, "*")
	end := strings.HasSuffix(pattern, "*")
	inner := strings.Trim(pattern, "*")
	switch {
	case begin && end:
		return strings.Contains(text, inner)
	case begin:
		return strings.HasSuffix(text, inner)
	case end:
		return strings.HasPrefix(text, inner)
	}
	return text == pattern
}

// containsFold is strings.Contains for a word in small letters, without regard to the case of letters of ASCII.
func containsFold(text, word string) bool {
	first := word[0]
	for i := 0; i+len(word) <= len(text); i++ {
		n := strings.IndexAny(text[i:], string([]byte{first, first - 'a' + 'A'}))
		if n < 0 || i+n+len(word) > len(text) {
			return false
		}
		i += n
		if strings.EqualFold(text[i:i+len(word)], word) {
			return true
		}
	}
	return false
}

// joined returns the text of an entry, from its key to the end of its value.
func joined(e tree.Entry) excerpt.Text {
	if e.Value == nil || e.Value.Kind != tree.Scalar || e.Value.At.Len() == 0 || strings.Contains(e.Value.At.String(), "\n") {
		return e.Key
	}
	return excerpt.Join(e.Key, e.Value.At)
}
