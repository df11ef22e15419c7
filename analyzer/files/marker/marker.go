// Package marker tells which files are worth reading, from their bytes. Nearly none is, so that a repository costs little
// more than opening its files.
package marker

import (
	"slices"
	"strings"
)

// A Scanner looks for all words of the table at once. It may be used by several goroutines.
//
// It is the algorithm of Wu and Manber (A fast algorithm for multi-pattern searching, University of Arizona TR-94-17, 1994) with
// blocks of two bytes: the two bytes at the end of a window tell how far the window can move, which mostly is all of its length.
type Scanner struct {
	// moves has for two characters how far the window moves, or, from firstBucket on, the rows whose key ends in them.
	moves   [1 << 14]uint8
	buckets [][]entry
}

type entry struct {
	row
	number uint8
	end    int // where the key ends in the word
}

const firstBucket = keyLength

// New makes a scanner for the words of some rooms, or of all if none is named. That takes about as long as to scan 100 kB.
func New(rooms ...Room) *Scanner {
	s := &Scanner{}
	for i := range s.moves {
		s.moves[i] = keyLength - 1
	}
	for number, r := range table() {
		if len(rooms) > 0 && !slices.Contains(rooms, r.room) {
			continue
		}
		s.add(entry{row: r, number: uint8(number), end: strings.Index(r.word, r.key) + keyLength}) // the table is short
	}
	return s
}

// Found reports whether a reader may find something in a text.
func (s *Scanner) Found(text []byte) bool {
	var alone uint64 // the rows whose other word is not there
	for i := keyLength - 1; i < len(text); {
		move := s.moves[block(text[i-1], text[i])]
		if move < firstBucket {
			i += int(move)
			continue
		}
		i++
		for _, e := range s.buckets[move-firstBucket] {
			if alone>>e.number&1 == 0 && e.at(text, i) {
				if e.with == "" || hasWord(text, e.with) {
					return true
				}
				alone |= 1 << e.number
			}
		}
	}
	return false
}

func (s *Scanner) add(e entry) {
	for i := 1; i < keyLength-1; i++ {
		for _, place := range spellings(e.key[i-1], e.key[i]) {
			if s.moves[place] < firstBucket {
				s.moves[place] = min(s.moves[place], uint8(keyLength-1-i)) // fewer than keyLength
			}
		}
	}
	end := spellings(e.key[keyLength-2], e.key[keyLength-1])
	if s.moves[end[0]] < firstBucket {
		for _, place := range end {
			s.moves[place] = firstBucket + uint8(len(s.buckets)&0x7f) // no more buckets than rows
		}
		s.buckets = append(s.buckets, nil)
	}
	bucket := &s.buckets[s.moves[end[0]]-firstBucket]
	*bucket = append(*bucket, e)
}

// block is the place of two characters in moves. Bytes beyond ASCII share a place with others: the table has to stay in the
// processor's first cache, and words are compared in full anyway.
func block(a, b byte) uint16 { return uint16(a&0x7f)<<7 | uint16(b&0x7f) }

// spellings returns two characters in all letter cases, as places in moves.
func spellings(a, b byte) (blocks []uint16) {
	for _, first := range cases(a) {
		for _, second := range cases(b) {
			blocks = append(blocks, block(first, second))
		}
	}
	return blocks
}

func cases(c byte) []byte {
	if c >= 'a' && c <= 'z' {
		return []byte{c, c - 'a' + 'A'}
	}
	return []byte{c}
}

// at reports whether the word stands where its key ends at i.
func (e *entry) at(text []byte, i int) bool {
	from := i - e.end
	return from >= 0 && len(text)-from >= len(e.word) && equalFold(text[from:from+len(e.word)], e.word)
}

// equalFold compares with a word in lower case of the same length. Only ASCII letters have cases.
func equalFold(text []byte, word string) bool {
	for i, c := range text {
		if lower(c) != word[i] {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c - 'A' + 'a'
	}
	return c
}

// hasWord looks for a word in lower case, which letters and digits do not touch. Behind an escape such as \n they may stand.
func hasWord(text []byte, word string) bool {
	for i := 0; i+len(word) <= len(text); i++ {
		if lower(text[i]) != word[0] || !equalFold(text[i:i+len(word)], word) {
			continue
		}
		end := i + len(word)
		before := i == 0 || !isAlphanumeric(text[i-1]) || i > 1 && text[i-2] == '\\'
		if before && (end == len(text) || !isAlphanumeric(text[end])) {
			return true
		}
	}
	return false
}

func isAlphanumeric(c byte) bool {
	c = lower(c)
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
}
