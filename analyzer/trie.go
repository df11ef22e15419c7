package analyzer

// A trie holds contents under small numbers. Copies are free, and share what is not changed.
type trie struct {
	root   node // nil if it is empty
	height int  // of the root; a leaf has the height 0
}

// A node is a *branch or a *leaf. Nodes are never changed.
type node any

type (
	branch [trieWidth]node
	leaf   [trieWidth]*contents
)

const (
	trieBits  = 3
	trieWidth = 1 << trieBits
)

// at returns which part of a node of some height leads to n.
func at(n, height int) int { return n >> (trieBits * height) % trieWidth }

func (t *trie) get(n int) *contents {
	if n >= 1<<(trieBits*(t.height+1)) {
		return nil
	}
	below := t.root
	for h := t.height; h > 0; h-- {
		b, ok := below.(*branch)
		if !ok {
			return nil
		}
		below = b[at(n, h)]
	}
	if l, ok := below.(*leaf); ok {
		return l[at(n, 0)]
	}
	return nil
}

func (t *trie) set(n int, c *contents) {
	for n >= 1<<(trieBits*(t.height+1)) {
		t.raise()
	}
	t.root = with(t.root, n, t.height, c)
}

// raise makes room for larger numbers.
func (t *trie) raise() {
	if t.root != nil {
		t.root = &branch{t.root}
	}
	t.height++
}

// with returns a copy of a node that holds c under n.
func with(below node, n, height int, c *contents) node {
	if height == 0 {
		out := new(leaf)
		if l, ok := below.(*leaf); ok {
			*out = *l
		}
		out[at(n, 0)] = c
		return out
	}
	out := new(branch)
	if b, ok := below.(*branch); ok {
		*out = *b
	}
	out[at(n, height)] = with(out[at(n, height)], n, height-1, c)
	return out
}

// difference calls f for each number under which u holds something else than t, in the order of the numbers.
func (t trie) difference(u trie, f func(n int, c *contents)) {
	for t.height < u.height {
		t.raise()
	}
	for u.height < t.height {
		u.raise()
	}
	difference(t.root, u.root, t.height, 0, f)
}

func difference(a, b node, height, base int, f func(n int, c *contents)) {
	if a == b || b == nil {
		return
	}
	if height == 0 {
		var ours leaf
		if l, ok := a.(*leaf); ok {
			ours = *l
		}
		for i, c := range b.(*leaf) {
			if c != nil && c != ours[i] {
				f(base+i, c)
			}
		}
		return
	}
	var ours branch
	if l, ok := a.(*branch); ok {
		ours = *l
	}
	for i, below := range b.(*branch) {
		difference(ours[i], below, height-1, base+i<<(trieBits*height), f)
	}
}

// each calls f for everything that is held, in the order of the numbers.
func (t trie) each(f func(n int, c *contents)) { trie{}.difference(t, f) }
