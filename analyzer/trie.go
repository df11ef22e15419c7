package analyzer

// A trie holds contents under small numbers. Copies are free, and share what is not changed.
type trie struct {
	root   *branch
	height int // of the root; the leaves of a trie of height 0 are its contents
}

type branch struct {
	below [trieWidth]*branch
	held  [trieWidth]*contents
}

const (
	trieBits  = 4
	trieWidth = 1 << trieBits
)

func (t *trie) get(n int) *contents {
	b := t.root
	if n >= 1<<(trieBits*(t.height+1)) {
		return nil
	}
	for h := t.height; b != nil; h-- {
		at := n >> (trieBits * h) % trieWidth
		if h == 0 {
			return b.held[at]
		}
		b = b.below[at]
	}
	return nil
}

func (t *trie) set(n int, c *contents) {
	for n >= 1<<(trieBits*(t.height+1)) {
		t.root = &branch{below: [trieWidth]*branch{t.root}}
		t.height++
	}
	t.root = t.root.with(n, t.height, c)
}

// with returns a copy of b that holds c under n.
func (b *branch) with(n, height int, c *contents) *branch {
	out := new(branch)
	if b != nil {
		*out = *b
	}
	at := n >> (trieBits * height) % trieWidth
	if height == 0 {
		out.held[at] = c
	} else {
		out.below[at] = out.below[at].with(n, height-1, c)
	}
	return out
}

// difference calls f for each number under which u holds something else than t.
func (t *trie) difference(u *trie, f func(n int, c *contents)) {
	height := max(t.height, u.height)
	t.raised(height).difference(u.raised(height), height, 0, f)
}

func (t *trie) raised(height int) *branch {
	root := t.root
	for range height - t.height {
		root = &branch{below: [trieWidth]*branch{root}}
	}
	return root
}

func (b *branch) difference(other *branch, height, base int, f func(n int, c *contents)) {
	if b == other || other == nil {
		return
	}
	if b == nil {
		b = new(branch)
	}
	for i := range trieWidth {
		n := base + i<<(trieBits*height)
		if height > 0 {
			b.below[i].difference(other.below[i], height-1, n, f)
		} else if c := other.held[i]; c != nil && c != b.held[i] {
			f(n, c)
		}
	}
}

// each calls f for everything that is held, in the order of the numbers.
func (t *trie) each(f func(n int, c *contents)) { new(trie).difference(t, f) }
