package yaml

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/tree"
)

// commands reads the command lines of a mapping whose words are known one by one.
func (s *scripts) commands(n *tree.Node) {
	for _, row := range argvs() {
		parts, ok := s.parts(n, row)
		if !ok {
			continue
		}
		var words []*tree.Node
		for _, part := range parts {
			s.seen[part] = true
			if part.Kind == tree.Scalar {
				words = append(words, part)
				continue
			}
			words = append(words, items(part)...)
		}
		s.argv(words)
	}
}

// items returns the items of a list, with one that is not known if there may be more.
func items(list *tree.Node) []*tree.Node {
	if !list.Open {
		return list.Items
	}
	return append(slices.Clone(list.Items), &tree.Node{Kind: tree.Unknown, At: list.At})
}

// parts returns the values of a mapping that together are a command line: at least one list of words, and single words.
func (s *scripts) parts(n *tree.Node, row argv) (parts []*tree.Node, ok bool) {
	for i, key := range strings.Fields(row.keys) {
		value := n.Get(key)
		switch {
		case i == 0 && (value == nil || s.seen[value]):
			return nil, false
		case value == nil || s.seen[value]:
			continue
		case value.Kind == tree.List:
			if slices.ContainsFunc(value.Items, func(item *tree.Node) bool {
				return item.Kind == tree.Mapping || item.Kind == tree.List
			}) {
				return nil, false
			}
			ok = true
		case value.Kind != tree.Scalar || value.Null || strings.ContainsAny(value.Text(), " \n"):
			return nil, false
		}
		parts = append(parts, value)
	}
	return parts, ok
}

// argv reads a command line.
func (s *scripts) argv(words []*tree.Node) {
	var texts []excerpt.Text
	for _, w := range words {
		s.seen[w] = true
		t := w.Value
		if w.Kind != tree.Scalar {
			t = hole(w.At)
		}
		texts = append(texts, macros(t, dollar))
	}
	switch {
	case len(texts) == 0:
	case len(texts) == 2 && texts[0].String() == "-c": // of a shell that the image starts
		s.add(s.Text(site.Shell, texts[1].Within(refused)))
	default:
		s.add(s.Words(texts, nil))
	}
}
