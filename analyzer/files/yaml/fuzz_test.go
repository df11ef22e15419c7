package yaml_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/files/yaml"
)

// hostile are texts that are made to be dear.
func hostile() map[string]string {
	return map[string]string{
		"brackets":      strings.Repeat("[", 25_000),
		"braces":        strings.Repeat(`{"a":`, 12_500),
		"items":         strings.Repeat("- ", 5_000),
		"templates":     strings.Repeat("{{", 125_000) + "}}",
		"quotes":        strings.Repeat(`{{"}}`, 50_000),
		"lines":         strings.Repeat("{{ a }}\n", 12_500),
		"one line":      strings.Repeat("{{ a }} ", 12_500),
		"a long line":   "a: [" + strings.Repeat("é, ", 25_000) + "]",
		"block":         "a: |\n" + strings.Repeat("  b\n  {{ if c }}\n", 12_500),
		"folded":        "a: >\n" + strings.Repeat("  b\n", 12_500),
		"escapes":       `a: "` + strings.Repeat(`\"`, 25_000) + `"`,
		"documents":     strings.Repeat("---\na: b\n", 5_000),
		"keys":          strings.Repeat("a: b\n", 12_500),
		"merges":        "a: &a {b: c}\nd:\n" + strings.Repeat("  <<: *a\n", 5_000),
		"merge of many": "a: &a\n" + many("b") + "c:\n  <<: *a\n" + many("d"),
		"comments":      strings.Repeat("# a\n", 12_500) + "b: c\n" + strings.Repeat("# a\n", 12_500),
		"laughs":        laughs(),
		"merged laughs": strings.ReplaceAll(laughs(), ": [", ": !!seq ["),
	}
}

// many returns the lines of a mapping with many keys.
func many(key string) string {
	var b strings.Builder
	for i := range 10_000 {
		b.WriteString("  " + key + strconv.Itoa(i) + ": x\n")
	}
	return b.String()
}

// laughs returns few bytes that stand for many.
func laughs() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x]\n")
	for i := range 60 {
		prev, next := string(rune('a'+i/26))+string(rune('0'+i%10)), string(rune('a'+(i+1)/26))+string(rune('0'+(i+1)%10))
		b.WriteString(next + ": &" + next + " [*" + prev + ", *" + prev + ", *" + prev + "]\n")
	}
	return b.String()
}

func TestHostile(t *testing.T) {
	t.Parallel()
	for name, text := range hostile() {
		begin, nodes := time.Now(), 0
		var notes []string
		yaml.Read(excerpt.File(text), reading(&notes))
		for _, n := range yaml.Parse(excerpt.File(text)) {
			n.Walk(func(*tree.Node) bool {
				nodes++
				return true
			})
		}
		t.Logf("%s: %d bytes, %d nodes, %v", name, len(text), nodes, time.Since(begin).Round(time.Millisecond))
		if nodes > 200_000 {
			t.Errorf("%s: %d nodes", name, nodes)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"a: [b, 'c''d', \"e\\n\\u00e9\"]\nf: |2-\n   g\n\n  h\ni: >+\n  j\n  k\n\n",
		"a: &x {b: c}\nd:\n  <<: *x\n  e: *x\n", "? [a]\n: !!str b\n--- \n...\n", "\ufeffa:\r\n- b\r\n-\tc\r\n",
		"a:\n  {{- include \"b\" . | nindent 2 }}\n  c: {{ d }}\n{{ if e }}\nf: |\n  {{ g }}\n  h \\\n  {{ end }}\n",
		`{"a": ["b\u00e9\ud83d\ude00", null, 1.5e3], /* c */ d: 'e',}`,
		"steps:\n- run: az login -i\n  shell: bash\n- ${{ if x }}:\n  - script: a $(b)\n", "a: \"b\\\n  c\n\n  d\"\ne: f\n  g\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var notes []string
		for _, found := range yaml.Read(excerpt.File(s), reading(&notes)) {
			for _, e := range found.Fix.Edits {
				if e.Start < 0 || e.End < e.Start || e.End > len(s) {
					t.Fatalf("an edit from %d to %d of %d", e.Start, e.End, len(s))
				}
			}
		}
		for _, n := range yaml.Parse(excerpt.File(s)) {
			n.Walk(func(n *tree.Node) bool {
				verbatim(t, s, n.Value)
				for _, e := range n.Entries {
					verbatim(t, s, e.Key)
				}
				return true
			})
		}
	})
}

// verbatim checks that what can be replaced stands in the file as it stands in the text.
func verbatim(t *testing.T, s string, text excerpt.Text) {
	t.Helper()
	for i := range min(text.Len(), 200) {
		if _, ok := text.Replace(i, i+1, "x"); !ok {
			continue
		}
		if start, end := text.Slice(i, i+1).Span(); s[start:end] != text.String()[i:i+1] {
			t.Fatalf("%q stands where %q is said to stand", s[start:end], text.String()[i:i+1])
		}
	}
}
