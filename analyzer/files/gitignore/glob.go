package gitignore

import (
	"errors"
	"slices"
	"strings"
)

// A glob is a pattern made ready for matching, in time that grows at most with the square of the path's length, whatever the pattern.
type glob struct {
	tokens []token
	tail   string // what a text must end in, as far as it is literal
	size   int    // the length of the shortest text that can match
}

type token struct {
	kind kind
	char byte
	set  *[256]bool // of a class
}

// A kind is what a token matches.
type kind uint8

const (
	char    kind = iota // one byte
	class               // one byte of a set
	star                // any bytes but slashes
	deep                // any bytes
	folders             // any bytes and a slash
	maybe               // no byte: the next token may be left out
)

// compile reads a pattern. The errors are for those that match nothing. The meaning is that of git's wildmatch.c with
// WM_PATHNAME; in a name, which has no slashes, it is the same without.
func compile(text string) (glob, error) {
	var g glob
	for i := 0; i < len(text); {
		switch text[i] {
		case '\\':
			i++
			if i == len(text) {
				return glob{}, errors.New(`a backslash at the end`)
			}
			g.tokens = append(g.tokens, token{kind: char, char: text[i]})
			i++
		case '?':
			g.tokens = append(g.tokens, token{kind: class, set: anyByte()})
			i++
		case '*':
			kinds, size := stars(text, i)
			i += size
			if again := len(g.tokens) > 0 && kinds[0] == maybe && g.tokens[len(g.tokens)-1].kind == folders; again {
				continue // **/**/ is **/
			}
			for _, k := range kinds {
				g.tokens = append(g.tokens, token{kind: k})
			}
		case '[':
			set, size, err := bracket(text[i:])
			if err != nil {
				return glob{}, err
			}
			g.tokens = append(g.tokens, token{kind: class, set: set})
			i += size
		default:
			g.tokens = append(g.tokens, token{kind: char, char: text[i]})
			i++
		}
	}
	g.tail = g.literalTail()
	for _, t := range g.tokens {
		if t.kind == char || t.kind == class {
			g.size++
		}
	}
	return g, nil
}

// stars reads the stars at i. Two or more go through folders, if they are a whole name.
func stars(text string, i int) (kinds []kind, size int) {
	rest := strings.TrimLeft(text[i:], "*")
	size = len(text) - i - len(rest)
	switch {
	case size == 1 || i > 0 && text[i-1] != '/':
		return []kind{star}, size
	case strings.HasPrefix(rest, "/"):
		return []kind{maybe, folders}, size + 1
	case rest == "", strings.HasPrefix(rest, `\/`):
		return []kind{deep}, size
	}
	return []kind{star}, size
}

func anyByte() *[256]bool {
	var set [256]bool
	for c := range set {
		set[c] = c != '/'
	}
	return &set
}

// literalTail returns what stands behind the last token that is not a character. Behind ** and its slash that is a whole name.
func (g glob) literalTail() string {
	var tail []byte
	for i := len(g.tokens); i > 0 && g.tokens[i-1].kind == char; i-- {
		tail = append(tail, g.tokens[i-1].char)
	}
	slices.Reverse(tail)
	return string(tail)
}

// onStack is how many tokens are matched without asking for memory.
const onStack = 64

// match reports whether the glob matches a whole text. It follows all ways through the tokens at once.
func (g glob) match(text string) bool {
	if len(text) < g.size || !strings.HasSuffix(text, g.tail) {
		return false
	}
	n := len(g.tokens) + 1
	var memory [2 * onStack]bool
	now, next := memory[:onStack], memory[onStack:]
	if n > onStack {
		now, next = make([]bool, n), make([]bool, n)
	}
	now, next = now[:n], next[:n]
	now[0] = true
	g.spread(now)
	for i := range len(text) {
		clear(next)
		alive := false
		for at, t := range g.tokens {
			if now[at] && t.step(text[i], at, next) {
				alive = true
			}
		}
		if !alive {
			return false
		}
		g.spread(next)
		now, next = next, now
	}
	return now[n-1]
}

// step notes where token number at is, or is left, after one more byte.
func (t token) step(c byte, at int, next []bool) bool {
	switch t.kind {
	case char:
		if c != t.char {
			return false
		}
		next[at+1] = true
	case class:
		if !t.set[c] {
			return false
		}
		next[at+1] = true
	case star:
		if c == '/' {
			return false
		}
		next[at] = true
	case deep:
		next[at] = true
	case folders:
		next[at] = true
		if c == '/' {
			next[at+1] = true
		}
	case maybe:
		return false
	}
	return true
}

// spread goes past tokens that may match nothing.
func (g glob) spread(states []bool) {
	for at, t := range g.tokens {
		if !states[at] {
			continue
		}
		switch t.kind {
		case star, deep:
			states[at+1] = true
		case maybe:
			states[at+1], states[at+2] = true, true
		case char, class, folders:
		}
	}
}
