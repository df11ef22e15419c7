package yaml_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/files/yaml"
	"github.com/whichid/whichid/analyzer/identity"
)

// show writes a tree on one line. _ is a hole, + says that more may be there, ? that nothing is known.
func show(n *tree.Node) string {
	var b strings.Builder
	open := ""
	if n != nil && n.Open {
		open = "+"
	}
	text := func(t excerpt.Text) string {
		return strings.ReplaceAll(strings.ReplaceAll(t.String(), string(identity.Unknown()), "_"), "\n", "⏎")
	}
	switch {
	case n == nil:
		return "nil"
	case n.Kind == tree.Unknown:
		return "?"
	case n.Kind == tree.Scalar && n.Null:
		return "null"
	case n.Kind == tree.Scalar:
		return "'" + text(n.Value) + "'"
	case n.Kind == tree.List:
		for i, item := range n.Items {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(show(item))
		}
		return "[" + b.String() + "]" + open
	}
	for i, e := range n.Entries {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(text(e.Key) + ":" + show(e.Value))
	}
	return "{" + b.String() + "}" + open
}

func showAll(s string) string {
	var out []string
	for _, n := range yaml.Parse(excerpt.File(s)) {
		out = append(out, show(n))
	}
	return strings.Join(out, " --- ")
}

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"plain", "a: b\nc: [d, e f]\n", "{a:'b' c:['d' 'e f']}"},
		{"comment", "# x\na: b # c\n", "{a:'b'}"},
		{"plain on lines", "a: b\n  c\n\n  d\ne: f", "{a:'b c⏎d' e:'f'}"},
		{"null", "a:\nb: ~\nc: null\nd: ''\ne: \"null\"\n", "{a:null b:null c:null d:'' e:'null'}"},
		{"single", "a: 'it''s\n  b'\n", "{a:'it's b'}"},
		{"double", `a: "b\tc\u00e9\"\` + "\n   d\n\n  e\"\n", "{a:'b\tcé\"d⏎e'}"},
		{"literal", "a: |\n  b\n    c\n\n  d\ne: f\n", "{a:'b⏎  c⏎⏎d⏎' e:'f'}"},
		{"literal, stripped", "a: |-\n  b\n  c\n\ne: f\n", "{a:'b⏎c' e:'f'}"},
		{"literal, kept", "a: |+\n  b\n\n\ne: f\n", "{a:'b⏎⏎⏎' e:'f'}"},
		{"literal, indentation", "a: |2\n    b\n  c\n", "{a:'  b⏎c⏎'}"},
		{"literal, no end", "a: |\n  b", "{a:'b'}"},
		{"literal, CRLF", "a: |\r\n  b\r\n  c\r\n", "{a:'b⏎c⏎'}"},
		{"literal, empty", "a: |\nb: c\n", "{a:'' b:'c'}"},
		{"folded", "a: >\n  b\n  c\n\n  d\n    e\n  f\ng: h\n", "{a:'b c⏎d⏎  e⏎f⏎' g:'h'}"},
		{"folded, blank first", "a: >-\n\n  b\n  c\n", "{a:'⏎b c'}"},
		{"BOM", "\ufeffa: b\n", "{a:'b'}"},
		{"UTF-16", "\xff\xfea\x00:\x00 \x00b\x00", ""},
		{"documents", "a: b\n---\nc: d\n...\n---\ne: f", "{a:'b'} --- {c:'d'} --- {e:'f'}"},
		{"a broken document", "a: b\n---\nc: 'd\n---\ne: f", "{a:'b'} --- {e:'f'}"},
		{"directive", "%YAML 1.1\n---\na: b\n", "{a:'b'}"},
		{"empty documents", "---\n---\na: b\n---\n", "null --- {a:'b'} --- null"},
		{"alias", "a: &x [b]\nc: *x\n", "{a:['b'] c:['b']}"},
		{"alias of itself", "a: &x [*x]\n", "{a:[?]}"},
		{"merge", "a: &x {b: c, d: e}\nf:\n  <<: *x\n  d: g\n", "{a:{b:'c' d:'e'}+ f:{d:'g' b:'c'}}"},
		{"merge of what is not known", "f:\n  <<: x\n  d: g\n", "{f:{d:'g'}+}"},
		{"tags", "a: !!str b\nc: !vault |\n  x\nd: !reference [e, f]\n", "{a:'b' c:? d:?}"},
		{"anchors", "a: &x\n  b: c\nd: &y e\n", "{a:{b:'c'} d:'e'}"},
		{"key that is no scalar", "? [a]\n: b\n", "{_:'b'}+"},
		{"flow", "{a: , b: [ {c: d}, ], e}", "{a:null b:[{c:'d'}] e:null}"},

		{"JSON", `{"a": [1, true, null, "b\"\ud83d\ude00"], "c": {}}`, "{a:['1' 'true' null 'b\"😀'] c:{}}"},
		{"JSON with halves of a pair", `{"a": "\ude00\ud83d\ude00", "b": "\ud83dx"}`, "{a:'�😀' b:'�x'}"},
		{"JSON5", "// x\n{a: 'b\\'', /* c */ \"d\": [1,],}\n", "{a:'b'' d:['1']}"},
		{"JSON with a template", `{"a": "{{ .x "y" }}z", "b": {{ .b }}}`, "{a:'_z' b:'_'}"},

		{"expression", "a: ${{ secrets.A }}\nb: x{{ .b }}y\nc: \"{{ .c | quote }}\"", "{a:'_' b:'x_y' c:'_'}"},
		{"condition", "a:\n  {{- if .b }}\n  b: c\n  {{- end }}\n  d: e\n", "{a:{b:'c' d:'e'}}"},
		{"entries", "a:\n  {{- include \"x\" . | nindent 2 }}\n  b: c\nd: e\n", "{a:{b:'c'}+ d:'e'}"},
		{"entries first", "a:\n  b:\n    {{- toYaml .b | nindent 4 }}\n  c: d\n", "{a:{b:? c:'d'}}"},
		{"entries last", "a:\n  b:\n    c: d\n{{ toYaml .b | indent 4 }}\n  e: f\n", "{a:{b:{c:'d'}+ e:'f'}}"},
		{"entries around", "a:\n  b:\n    c: d\n{{ toYaml .b | indent 2 }}\n", "{a:{b:{c:'d'}}+}"},
		{"entries somewhere", "a:\n  b:\n    c: d\n{{ include \"b\" . }}\ne: f\n", "{a:{b:{c:'d _'}+}+ e:'f'}+"},
		{"items", "a:\n- b\n{{ toYaml .b | nindent 0 }}\n", "{a:['b']+}+"},
		{"value on the next line", "a:\n  {{ .a }}\nb: c\n", "{a:? b:'c'}"},
		{"value", "a: {{ toYaml .a | nindent 2 }}\nb: c\n", "{a:? b:'c'}"},
		{"name", "{{ .a }}: b\nc: d\n", "{_:'b' c:'d'}+"},
		{"Azure condition", "a:\n  b: c\n  ${{ if x }}:\n    d: e\n  ${{ else }}:\n    f: g\n", "{a:{b:'c' d:'e' f:'g'}}"},
		{"Azure condition in a list", "- a\n- ${{ if x }}:\n  - b\n  - c\n", "['a' 'b' 'c']"},
		{"Azure insertion", "a:\n  ${{ insert }}: ${{ parameters.b }}\n  c: d\n", "{a:{_:'_' c:'d'}+}"},
		{"Jinja", "{% for a in b %}\na: {{ c }}\n{% endfor %}\n{# x #}\n", "{a:'_'}"},
		{"entries with a key", "a:\n  b: c\n{{ include \"d\" . | indent 2 }}\n    e: f\n  g: h\n", "{a:{b:'c' _:{e:'f'} g:'h'}+}"},
		{"entries with a key, and templates later", "a:\n  b: c\n{{ include \"d\" . | indent 2 }}\n    e: f\n---\n{{ x }}\ng: {{ h }}\n", "{a:{b:'c' _:{e:'f'}}+} --- {g:'_'}+"},
		{"item with entries", "a:\n- {{ toYaml . | trim }}\n  b: c\n", "{a:[{_:null b:'c'}+]}"},
		{"entries with a key before another document", "a:\n  {{ b }}\n    c: d\n  e: f\n---\ng: {{ h }}\n", "{a:{_:{c:'d'} e:'f'}+} --- {g:'_'}"},
		{"a broken document before templates", "a: 'b\n{{ include \"c\" . | indent 2 }}\n    d: e\n---\nf: g\n{{ h }}\ni: {{ j }}\n", "{f:'g' i:'_'}+"},
		{"loop", "a: {{ range .b }}\n- {{ . }}\n{{ end }}\n", "{a:['_']}"},
		{
			"script", "a: |\n  {{- if .b }}\n  c {{ .d }}\n  {{- end }}\n  {{ .e }}\n  f \\\n  {{ if g }}\n    h\n  {{ end }}\n",
			"{a:'c _⏎_⏎f \\⏎_  h⏎'}",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := showAll(c.text); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
