package fuzzing

import (
	"math/rand/v2"
)

// A Mutator makes texts out of others, in the same way each time. What it finds does not depend on the machine or the hour, as what
// the fuzzer finds does.
type Mutator struct {
	random *rand.Rand
	texts  []string
	words  Words
}

// NewMutator returns one that changes texts. Each seed gives other ones.
func NewMutator(seed uint64, texts []string) *Mutator {
	return &Mutator{rand.New(rand.NewPCG(seed, 0)), texts, WordsOf(texts)} //nolint:gosec // the same each time is what is wanted
}

// Next returns a text that is one of those given, with up to four changes.
func (m *Mutator) Next() string {
	text := m.any()
	for range 1 + m.random.IntN(4) {
		text = m.change(text)
	}
	return text
}

// change changes a place in a text: what stands there goes, stays, comes twice or ends the text, and a word, a byte or a piece of another
// text is put there, or nothing.
func (m *Mutator) change(text string) string {
	start := m.random.IntN(len(text) + 1)
	end := m.near(text, start)
	before, there, after := text[:start], text[start:end], text[end:]
	switch m.random.IntN(8) {
	case 0:
		return before
	case 1:
		return before + there + m.piece() + there + after
	case 2, 3:
		return before + there + m.piece() + after
	case 4, 5:
		return before + m.piece() + after
	default:
		return before + after
	}
}

// piece returns what may be put somewhere.
func (m *Mutator) piece() string {
	const odd = "\"'`\\$(){}[]<>|&;#%@!,:=-~^*?/ \n\t\x00\x7f\xff"
	switch m.random.IntN(6) {
	case 0:
		return ""
	case 1:
		text := m.any()
		start := m.random.IntN(len(text) + 1)
		return text[start:m.near(text, start)]
	case 2, 3:
		at := m.random.IntN(len(odd))
		return odd[at : at+1]
	default:
		return m.words[m.random.IntN(len(m.words))]
	}
}

func (m *Mutator) any() string { return m.texts[m.random.IntN(len(m.texts))] }

// near returns an offset at start or after it, a small one most times.
func (m *Mutator) near(text string, start int) int {
	most := 1 << m.random.IntN(8)
	return min(len(text), start+m.random.IntN(most))
}
