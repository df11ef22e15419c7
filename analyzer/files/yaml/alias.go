package yaml

import (
	library "go.yaml.in/yaml/v3"

	"github.com/whichid/whichid/analyzer/files/tree"
)

// alias returns the node that an alias names, as long as what aliases stand for is not too much: few bytes can stand for any
// number of nodes. What is named inside itself is not known.
func (r *reader) alias(n *library.Node, start int) *part {
	end := start + 1
	for end < len(r.src) && isName(r.src[end]) {
		end++
	}
	p := r.unknown(start, end)
	if to, ok := r.named[n.Alias]; ok && to.size <= r.budget {
		r.budget -= to.size
		p.node, p.size = to.node, to.size
	}
	return p
}

func isName(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || c == '-'
}

// merge adds the entries of a mapping, or of the mappings in a list, behind a mapping's own, which win. A mapping that others
// merge may be a fragment which is not used alone.
func (r *reader) merge(to, from *tree.Node) {
	switch from.Kind {
	case tree.Mapping:
		if len(from.Entries) > r.budget {
			to.Open = true
			return
		}
		r.budget -= len(from.Entries)
		for _, e := range from.Entries {
			if to.Get(e.Key.String()) == nil {
				to.Entries = append(to.Entries, e)
			}
		}
		to.Open = to.Open || from.Open && !r.merged[from]
		if !from.Open {
			from.Open, r.merged[from] = true, true
		}
	case tree.List:
		for _, item := range from.Items {
			if item.Kind == tree.List {
				to.Open = true
				continue
			}
			r.merge(to, item)
		}
	default:
		to.Open = true
	}
}
