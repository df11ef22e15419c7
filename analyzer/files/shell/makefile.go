package shell

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// Makefile reads the recipes of a makefile: each line is a script of its own, what make puts in is not known.
//
// https://www.gnu.org/software/make/manual/html_node/Recipes.html
func Makefile(t excerpt.Text, r site.Reading) (out []site.Site) {
	s := t.String()
	for from := 0; from < len(s); {
		to := from
		for {
			next := strings.IndexByte(s[to:], '\n')
			if next < 0 {
				to = len(s)
				break
			}
			to += next + 1
			if !strings.HasSuffix(strings.TrimRight(s[:to], "\r\n"), `\`) {
				break
			}
		}
		if recipe := t.Slice(from, to); s[from] == '\t' && identity.MayLogIn(recipe.String()) {
			out = append(out, Sites(expand(unixLines(recipe)), r)...)
		}
		from = to
	}
	return out
}

// expand takes off what is make's in a line of a recipe.
//
// Have: @az login -i --client-id $(ID) --output $${FORMAT}. A dollar at the end of a line stands for itself.
//
// https://git.savannah.gnu.org/cgit/make.git/tree/src/expand.c?h=4.4.1 (variable_expand_string)
func expand(recipe excerpt.Text) excerpt.Text {
	s := recipe.String()
	var b excerpt.Builder
	from := len(s) - len(strings.TrimLeft(s, "\t @-+"))
	for i := from; i+1 < len(s); i++ {
		if s[i] != '$' || s[i+1] == '\n' {
			continue
		}
		b.Keep(recipe.Slice(from, i).Within(dollars))
		from = i + 2
		switch s[i+1] {
		case '$':
			b.Put("$", recipe.Slice(i, i+2))
		case '(', '{':
			from = closing(s, i+1)
			b.Put(string(identity.Unknown()), recipe.Slice(i, from))
		default:
			b.Put(string(identity.Unknown()), recipe.Slice(i, i+2))
		}
		i = from - 1
	}
	if from < len(s) {
		b.Keep(recipe.Slice(from, len(s)).Within(dollars))
	}
	return b.Text()
}

// closing returns the index behind the bracket that closes the one at i.
func closing(s string, i int) int {
	shut, depth := byte(')'), 0
	if s[i] == '{' {
		shut = '}'
	}
	for j := i; j < len(s); j++ {
		switch s[j] {
		case s[i]:
			depth++
		case shut:
			if depth--; depth == 0 {
				return j + 1
			}
		}
	}
	return len(s)
}

// dollars quotes text for a recipe.
func dollars(s string) (string, bool) { return strings.ReplaceAll(s, "$", "$$"), true }
