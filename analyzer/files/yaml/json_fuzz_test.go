package yaml_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/files/yaml"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/internal/fuzzing"
)

// FuzzJSON holds what is read of JSON to what encoding/json reads. Templates and invalid text have holes where that has none.
func FuzzJSON(f *testing.F) {
	seeds := []string{
		`{"a": ["b\u00e9\ud83d\ude00", null, 1.5e3, true], "c": {}, "": [[]]}`, `[{"a": "\"\\\/\b\f\n\r\t"}, "/*", "//", "#", "'", ": "]`, "{\"a\"\r\n:\t-0.1e-5,\"b\":\"&x *y\"}",
		"[\"\U00109249\"]",
	}
	for _, seed := range seeds {
		f.Add(seed)
	}
	words := fuzzing.Words{`{"a":`, `[`, `]`, `}`, `"b"`, `null`, `,`, `:`, `\u00e9`, `\ud83d\ude00`, `\"`, `1e5`, "\r\n", `*a`, `&a`, `~`}
	f.Fuzz(func(t *testing.T, text string) {
		text = words.Expand(text)
		begin := strings.TrimLeft(text, " \t\r\n")
		isTree := strings.HasPrefix(begin, "{") || strings.HasPrefix(begin, "[")
		isTemplate := strings.ContainsAny(text, "$%<") || strings.Contains(text, "{{") || strings.Contains(text, "{#")
		if !isTree || isTemplate || !json.Valid([]byte(text)) || strings.ToValidUTF8(text, "") != text || strings.ContainsFunc(text, isHole) {
			return
		}
		documents := yaml.Parse(excerpt.File(text))
		if len(documents) != 1 {
			t.Fatalf("%d documents", len(documents))
		}
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.UseNumber()
		if why := differs(documents[0], decoder); why != "" {
			t.Errorf("%q: %s", text, why)
		}
	})
}

// isHole reports whether a rune of a file would be taken for a hole, so that it is no text.
func isHole(r rune) bool {
	_, ok := identity.HoleOf(r)
	return ok
}

// differs says what of a node is not what comes next in JSON.
func differs(n *tree.Node, decoder *json.Decoder) string {
	next, err := decoder.Token()
	if err != nil {
		return err.Error()
	}
	seen := 0
	switch next {
	case json.Delim('{'):
		for ; decoder.More(); seen++ {
			if why := differsEntry(n, seen, decoder); why != "" {
				return why
			}
		}
		return cmp.Or(unless(n.Kind == tree.Mapping && seen == len(n.Entries), "%+v has not %d entries", n, seen), skip(decoder))
	case json.Delim('['):
		for ; decoder.More(); seen++ {
			if seen >= len(n.Items) {
				return fmt.Sprintf("no item %d", seen)
			}
			if why := differs(n.Items[seen], decoder); why != "" {
				return why
			}
		}
		return cmp.Or(unless(n.Kind == tree.List && seen == len(n.Items), "%+v has not %d items", n, seen), skip(decoder))
	case nil:
		return unless(n.Kind == tree.Scalar && n.Null, "%+v is not null", n)
	default:
		return unless(n.Kind == tree.Scalar && !n.Null && n.Text() == fmt.Sprint(next), "%q is not %q", n.Text(), next)
	}
}

func differsEntry(n *tree.Node, i int, decoder *json.Decoder) string {
	key, err := decoder.Token()
	if err != nil || i >= len(n.Entries) || n.Entries[i].Key.String() != key {
		return fmt.Sprintf("key %d is not %q (%v)", i, key, err)
	}
	return differs(n.Entries[i].Value, decoder)
}

// skip goes behind the bracket that closes.
func skip(decoder *json.Decoder) string {
	_, err := decoder.Token()
	return unless(err == nil, "%v", err)
}

func unless(ok bool, format string, args ...any) string {
	if ok {
		return ""
	}
	return fmt.Sprintf(format, args...)
}
