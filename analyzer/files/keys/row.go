package keys

import (
	_ "embed" // the table
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// known is the table of known components, one row a line, each behind a word; comments say where the facts are from.
//
//go:embed table.txt
var known string

// A row is one way in which a component is told to use a managed identity.
type row struct {
	rule    string
	name    string      // the component, as messages call it
	kinds   []string    // of the resource of Kubernetes that the mapping belongs to; any if there are none
	api     string      // what the resource's apiVersion begins with
	path    []string    // the keys that lead to the mapping, from the resource or, without kinds, from anywhere
	root    bool        // the path begins at the document
	fold    bool        // keys have no letter case
	when    []condition // all of them hold where a managed identity is asked for
	unless  []condition // none of them holds there
	ids     []string    // the keys that name the identity, the first is the one for a client ID
	ignored []string    // keys that look as if they did
	empty   string      // what becomes of an ID that is ""; without it that is no ID
	without string      // what no ID comes to
	fix     string      // what a fix writes for the first ID, with $ for the variable
}

// A condition is about a key of the mapping.
type condition struct {
	key    string
	form   rune // = for a value, ~ for one in any letter case, ! for another than this, 0 for anything but null
	values []string
}

const notation = "WORD RULE NAME ATTRIBUTE ..."

// nameless is what no ID comes to, unless a row says otherwise.
const nameless = "it works while the host has exactly one managed identity"

// table returns the rows that matter for a text: those whose word it has.
func table(text string) ([]row, error) {
	var out []row
	for line := range rowsFor(text) {
		_, rest, _ := strings.Cut(line, " ")
		r, err := parseRow(rest)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", line, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// rowsFor yields the lines of the table whose word a text has.
func rowsFor(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.SplitSeq(known, "\n") {
			word, _, _ := strings.Cut(line, " ")
			folded, inAnyCase := strings.CutPrefix(word, "~")
			if word == "" || word[0] == '#' ||
				inAnyCase && !containsFold(text, strings.ToLower(folded)) || !inAnyCase && !strings.Contains(text, word) {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}

// parseRow reads a row behind its word.
func parseRow(line string) (row, error) {
	words, err := split(line)
	if err != nil {
		return row{}, err
	}
	if len(words) < 2 {
		return row{}, fmt.Errorf("a row has a rule and a name: use %s", notation)
	}
	r := row{rule: words[0], name: words[1], without: nameless}
	if rules := []string{manifest, identity.DefaultCredential}; !slices.Contains(rules, r.rule) {
		return row{}, fmt.Errorf("unknown rule %q of a row: use %s", r.rule, strings.Join(rules, ", "))
	}
	for _, word := range words[2:] {
		key, value, _ := strings.Cut(word, "=")
		if err := r.attribute(key, value); err != nil {
			return row{}, fmt.Errorf("%q: %w", word, err)
		}
	}
	if len(r.path) == 0 && len(r.when) == 0 || len(r.ids) == 0 {
		return row{}, errors.New("a row has an at= or a when=, and an id=")
	}
	return r, nil
}

func (r *row) attribute(key, value string) error {
	list := strings.Split(value, "|")
	switch key {
	case "kind":
		r.kinds = list
	case "api":
		r.api = value
	case "at":
		value, r.root = strings.CutPrefix(value, "^")
		if value != "" {
			r.path = strings.Split(value, ".")
		}
	case "fold":
		r.fold = true
	case "when":
		r.when = append(r.when, parseCondition(value))
	case "unless":
		r.unless = append(r.unless, parseCondition(value))
	case "id":
		r.ids = list
	case "ignored":
		r.ignored = list
	case "empty":
		r.empty = value
	case "without":
		r.without = value
	case "fix":
		r.fix = value
	default:
		return errors.New("unknown attribute: use kind=, api=, at=, fold, when=, unless=, id=, ignored=, empty=, without= or fix=")
	}
	return nil
}

// parseCondition reads key, key=value, key~value or key!value; values are joined by |, and * in them stands for any text.
func parseCondition(text string) condition {
	i := strings.IndexAny(text, "=~!")
	if i < 0 {
		return condition{key: text}
	}
	return condition{text[:i], rune(text[i]), strings.Split(text[i+1:], "|")}
}

// split splits a row at its blanks; what stands between quotes is one word.
func split(line string) ([]string, error) {
	var words []string
	for line = strings.TrimLeft(line, " "); line != ""; line = strings.TrimLeft(line, " ") {
		var word string
		for line != "" && line[0] != ' ' {
			if line[0] == '"' {
				inside, rest, ok := strings.Cut(line[1:], `"`)
				if !ok {
					return nil, fmt.Errorf("a quote without its end: %s", line)
				}
				word, line = word+inside, rest
				continue
			}
			end := strings.IndexAny(line, ` "`)
			if end < 0 {
				end = len(line)
			}
			word, line = word+line[:end], line[end:]
		}
		words = append(words, word)
	}
	return words, nil
}
