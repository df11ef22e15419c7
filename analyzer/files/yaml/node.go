package yaml

import (
	"strings"

	library "go.yaml.in/yaml/v3"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/template"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// A part is a node with what a tree does not hold of it. Its start and end are the same if it is not written at all.
type part struct {
	node       *tree.Node
	start, end int
	column     int
	flow       bool
	inside     []inside // in the order of the text
	size       int      // how many nodes it stands for
}

// An inside is an item of a list, or an entry of a mapping, that begins at a byte.
type inside struct {
	start int
	part  *part
}

// A named is a node that has an anchor.
type named struct {
	node *tree.Node
	size int
}

// unknown returns a node of which only the place is known.
func (r *reader) unknown(start, end int) *part {
	n := &tree.Node{Kind: tree.Unknown, At: r.text.Slice(start, end)}
	return &part{node: n, start: start, end: end, size: 1}
}

// node returns what a node of the library is.
func (r *reader) node(n *library.Node, depth int) *part {
	start := r.lines.at(n.Line, n.Column)
	if depth > deepest {
		return r.unknown(start, start)
	}
	var p *part
	switch n.Kind {
	case library.AliasNode:
		return r.alias(n, start)
	case library.MappingNode:
		p = r.collection(n, start, depth, r.mapping)
	case library.SequenceNode:
		p = r.collection(n, start, depth, r.list)
	default:
		p = r.scalar(n, start)
	}
	if foreign(n) {
		p.node = &tree.Node{Kind: tree.Unknown, At: p.node.At}
		p.inside = nil
	}
	if n.Anchor != "" {
		r.named[n] = named{p.node, p.size}
	}
	return p
}

// foreign reports whether a tag gives a node a meaning that is not known.
//
// Have: !reference [.setup, script]; !vault |; !!binary
func foreign(n *library.Node) bool {
	return n.Style&library.TaggedStyle != 0 && (!strings.HasPrefix(n.Tag, "!!") || n.Tag == "!!binary")
}

// collection reads a mapping or list.
func (r *reader) collection(n *library.Node, start, depth int, read func(*part, *library.Node, int)) *part {
	p := &part{node: &tree.Node{}, start: start, size: 1}
	p.column = r.lines.columnOf(start)
	p.flow = n.Style&library.FlowStyle != 0
	open := r.properties(start)
	if p.flow {
		r.flow++
		defer func() { r.flow-- }()
	}
	p.end = open
	read(p, n, depth)
	if p.flow && open < len(r.src) && (r.src[open] == '{' || r.src[open] == '[') {
		p.end = r.close(max(open+1, p.end))
	}
	p.node.At = r.text.Slice(p.start, p.end)
	return p
}

// mapping reads the entries of a mapping.
func (r *reader) mapping(p *part, n *library.Node, depth int) {
	p.node.Kind = tree.Mapping
	var merged []*tree.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := r.node(n.Content[i], depth+1)
		p.end = max(p.end, key.end)
		value := r.node(n.Content[i+1], depth+1)
		p.end = max(p.end, value.end)
		p.size += value.size
		p.inside = append(p.inside, inside{key.start, value})
		if n.Content[i].Tag == "!!merge" {
			merged = append(merged, value.node)
			continue
		}
		r.entry(p.node, key, value.node)
	}
	for _, from := range merged {
		r.merge(p.node, from)
	}
}

// entry adds an entry to a mapping. What stands below a condition belongs to the mapping around it.
func (r *reader) entry(to *tree.Node, key *part, value *tree.Node) {
	places := r.within(key.start, key.end)
	if len(places) == 1 && places[0].Kind == template.Control && places[0].Start == key.start && places[0].End == key.end {
		to.Entries = append(to.Entries, value.Entries...)
		to.Open = to.Open || value.Open || value.Kind != tree.Mapping
		return
	}
	name := key.node.Value
	if key.node.Kind != tree.Scalar {
		var b excerpt.Builder
		b.Put(string(identity.Unknown()), key.node.At)
		name = b.Text()
	}
	to.Open = to.Open || len(places) > 0 || key.node.Kind != tree.Scalar
	to.Entries = append(to.Entries, tree.Entry{Key: name, Value: value})
}

// list reads the items of a list. What stands below a condition belongs to the list around it.
func (r *reader) list(p *part, n *library.Node, depth int) {
	p.node.Kind = tree.List
	for _, item := range n.Content {
		value := r.node(item, depth+1)
		p.end = max(p.end, value.end)
		p.size += value.size
		p.inside = append(p.inside, inside{value.start, value})
		if inner := r.conditional(value); inner != nil {
			p.node.Items = append(p.node.Items, inner.Items...)
			p.node.Open = p.node.Open || inner.Open
			continue
		}
		p.node.Items = append(p.node.Items, value.node)
	}
}

// conditional returns the list whose items a list gets under some condition, if that is what an item of it is.
//
// Have: - ${{ if parameters.login }}: [ items ]
func (r *reader) conditional(item *part) *tree.Node {
	if item.node.Kind != tree.Mapping || len(item.node.Entries) > 0 || len(item.inside) != 1 {
		return nil
	}
	if inner := item.inside[0].part.node; inner.Kind == tree.List {
		return inner
	}
	return nil
}

// properties returns where a node begins behind its anchor and tag.
func (r *reader) properties(i int) int {
	for {
		i = r.blanks(i)
		if i >= len(r.src) || r.src[i] != '&' && r.src[i] != '!' {
			return i
		}
		for i < len(r.src) && !strings.ContainsRune(" \t\r\n,[]{}", rune(r.src[i])) {
			i++
		}
	}
}

// blanks returns where the next thing stands behind blanks, line breaks and comments.
func (r *reader) blanks(i int) int {
	for ; i < len(r.src); i++ {
		switch c := r.src[i]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
		case c == '#' && i > 0 && strings.ContainsRune(" \t\r\n", rune(r.src[i-1])):
			n := strings.IndexByte(r.src[i:], '\n')
			if n < 0 {
				return len(r.src)
			}
			i += n
		default:
			return i
		}
	}
	return i
}

// close returns the end of a flow collection, behind whose last part is byte i.
func (r *reader) close(i int) int {
	for ; i < len(r.src); i++ {
		i = r.blanks(i)
		if i < len(r.src) && (r.src[i] == '}' || r.src[i] == ']') {
			return i + 1
		}
	}
	return len(r.src)
}
