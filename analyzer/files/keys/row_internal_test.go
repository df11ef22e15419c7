package keys

import (
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// The table has the notation that its head tells, and a comment above each group.
func TestTable(t *testing.T) {
	t.Parallel()
	rows, err := table(known)
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for line := range strings.SplitSeq(known, "\n") {
		if line != "" && line[0] != '#' {
			lines++
		}
	}
	if len(rows) != lines {
		t.Errorf("%d rows of %d lines", len(rows), lines)
	}
	names := map[string]bool{}
	for _, r := range rows {
		if names[r.name] {
			t.Errorf("%s: two rows", r.name)
		}
		names[r.name] = true
	}
}

func TestParseRowErrors(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"manifest":                             "a rule and a name",
		"credential x at=a id=b":               "unknown rule",
		"manifest x at=a":                      "an id=",
		"manifest x id=b":                      "an at= or a when=",
		"manifest x at=a id=b color=red":       "unknown attribute",
		`manifest "x at=a id=b`:                "a quote without its end",
		`manifest "x y" at=a id=b without="z"`: "",
	} {
		_, err := parseRow(line)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v", line, err)
		}
	}
}

// put sets a key such as a.b in a mapping.
func put(n *tree.Node, key, value string) {
	steps := strings.Split(key, ".")
	for _, step := range steps[:len(steps)-1] {
		inner := n.Get(step)
		if inner == nil {
			inner = &tree.Node{Kind: tree.Mapping}
			n.Entries = append(n.Entries, tree.Entry{Key: excerpt.File(step), Value: inner})
		}
		n = inner
	}
	at := excerpt.File(value)
	n.Entries = append(n.Entries, tree.Entry{Key: excerpt.File(steps[len(steps)-1]), Value: &tree.Node{Kind: tree.Scalar, At: at, Value: at}})
}

// least returns the least document that a row is about, and the mapping in it.
func (r *row) least() (doc, inner *tree.Node) {
	inner = &tree.Node{Kind: tree.Mapping}
	for _, c := range r.when {
		switch {
		case c.form == 0:
			put(inner, c.key+".x", "y")
		case c.form == '!':
			put(inner, c.key, "x")
		case c.values[0] != "":
			put(inner, c.key, strings.ReplaceAll(c.values[0], "*", "x"))
		}
	}
	doc = inner
	for _, step := range slices.Backward(r.path) {
		step = strings.ReplaceAll(step, "*", "x")
		doc = &tree.Node{Kind: tree.Mapping, Entries: []tree.Entry{{Key: excerpt.File(step), Value: doc}}}
	}
	if r.kinds != nil {
		put(doc, "kind", r.kinds[0])
		put(doc, "apiVersion", r.api+"v1")
	}
	return doc, inner
}

// Each row is found in the least document that it is about, with its key and without; each of its IDs makes it go away, and so does
// each thing that speaks against it.
func TestRows(t *testing.T) {
	t.Parallel()
	rows, err := table(known)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		count := func(key, value string) int {
			doc, inner := r.least()
			if key != "" {
				put(inner, key, value)
			}
			w := &walk{rows: []row{r}}
			w.node(place{}, doc)
			return len(w.sites)
		}
		if n := count("", ""); n != 1 {
			t.Errorf("%s: %d sites", r.name, n)
		}
		for _, id := range r.ids {
			if count(id, "x") != 0 || count(id, "") != 1 || count(id, string(identity.Unknown())) != 0 {
				t.Errorf("%s: with %s %d, empty %d", r.name, id, count(id, "x"), count(id, ""))
			}
		}
		for _, c := range r.unless {
			value := "x"
			if c.form == '=' {
				value = c.values[0]
			}
			if count(c.key, value) != 0 || count(c.key, string(identity.Unknown())) != 0 || count(c.key, "") != 1 {
				t.Errorf("%s: with %s %d, empty %d", r.name, c.key, count(c.key, value), count(c.key, ""))
			}
		}
	}
}
