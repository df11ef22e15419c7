// Package fuzzing is what fuzz targets share.
package fuzzing

import (
	"cmp"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// CrashVariable is the variable of the environment that makes [OnlyCrashes] true, if it is set.
const CrashVariable = "WHICHID_FUZZ_CRASH"

// OnlyCrashes reports whether targets hold a text only to what must not go wrong whatever was written: no crash, an end, places that are
// there. Otherwise they hold what is found and mended to what is true of a text that somebody means, too.
func OnlyCrashes() bool { return os.Getenv(CrashVariable) != "" }

// Words are those of a language. The fuzzer changes bytes; with these a byte that is no text is a word, so that it comes to texts that
// mean something.
type Words []string

// WordsOf returns the words of texts, those that are most frequent.
func WordsOf(texts []string) Words {
	const most = 0xff - 0x80
	word := regexp.MustCompile(`[\w.-]{2,}|[^\w\s]+|\n[ \t]*`)
	count := make(map[string]int)
	for _, text := range texts {
		for _, word := range word.FindAllString(text, -1) {
			count[word]++
		}
	}
	all := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(count[b]-count[a], strings.Compare(a, b))
	})
	return all[:min(len(all), most)]
}

// Seed gives a target texts to begin with, and returns their words.
func Seed(f *testing.F, texts []string) Words {
	f.Helper()
	for _, text := range texts {
		f.Add(text)
	}
	return WordsOf(texts)
}

// Expand writes words for the bytes that are no UTF-8.
func (w Words) Expand(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if n := int(text[at]) - 0x80; r == utf8.RuneError && size == 1 && n < len(w) {
			b.WriteString(w[n])
		} else {
			b.WriteString(text[at : at+size])
		}
		at += size
	}
	return b.String()
}
