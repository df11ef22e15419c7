package template_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/template"
	"github.com/whichid/whichid/analyzer/identity"
)

func TestNeutral(t *testing.T) {
	t.Parallel()
	hole := string(identity.Hole(1))
	for _, c := range []struct{ text, want, places string }{
		{"a", "a", ""},
		{"a: {b: {c: d}}", "a: {b: {c: d}}", ""},
		{"a {{ b }} c", "a xxxxxxx c", "value"},
		{"${{ a }}.", "xxxxxxxx.", "value"},
		{"{{{ a }}}.", "xxxxxxxxx.", "value"},
		{`{{ "}}" }}.`, "xxxxxxxxxx.", "value"},
		{"{{ `{{ a }}` }}.", "xxxxxxxxxxxxxxx.", "value"},
		{"{{/* don't */}}.", "xxxxxxxxxxxxxxx.", "control"},
		{"{{- /* like {{ a }} */ -}}.{{ b }}", "xxxxxxxxxxxxxxxxxxxxxxxxxx.xxxxxxx", "control, value"},
		{"a: {{ range .b }}\n- c", "a:               \n- c", "control"},
		{"{{ end }} # a\nb", strings.Repeat("\n", 14) + "b", "control-line"},
		{"{{ a }} # b\n", "xxxxxxx # b\n", "value"},
		{"{{ don't }}.{{ a }}", "xxxxxxxxxxx.xxxxxxx", "value, value"},
		{"{{ a", "{{ a", ""},
		{"{{- if a }}\nb", "\n\n\n\n\n\n\n\n\n\n\n\nb", "control-line"},
		{"  {{ if a }} \nb", strings.Repeat("\n", 14) + "b", "control-line"},
		{"{% for a in b %}x{% endfor %}", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "control, control"},
		{"{# a #}{{ b }}", strings.Repeat("\n", 14), "control-line, value-line"},
		{"${#a[@]} ${b%#}", "${#a[@]} ${b%#}", ""},
		{"<% a %> <%= b %>.", "xxxxxxx xxxxxxxx.", "control, value"},
		{"a: {{ toYaml .b | nindent 4 }}", "a: xxxxxxxxxxxxxxxxxxxxxxxxxxx", "block@4"},
		{"{{ include \"a\" . }}\n", strings.Repeat("\n", 20), "block-line"},
		{"{{ $a := .b }}.{{ $a }}", "xxxxxxxxxxxxxx.xxxxxxxx", "control, value"},
		{"{{ $a | default (eq 1 2) }}.", "xxxxxxxxxxxxxxxxxxxxxxxxxxx.", "value"},
		{"{{#if a}}.{{> b}}.{{/if}}.", "xxxxxxxxx.xxxxxxx.xxxxxxx.", "control, block, control"},
		{"{{}}{{ - }}", "\n\n\n\n\n\n\n\n\n\n\n", "value-line, value-line"},
		{"a" + hole + "b", "axxxxb", "value"},
		{"{{ a\n b }}.", "xxxxxxxxxx.", "value"},
		{"\r\n  {{ end }}\r\n", "\r\n\n\n\n\n\n\n\n\n\n\n\n\r\n", "control-line"},
	} {
		got, places := template.Neutral(c.text)
		if got != c.want {
			t.Errorf("%q\ngot  %q\nwant %q", c.text, got, c.want)
		}
		var all []string
		for _, p := range places {
			s := [...]string{"value", "control", "block"}[p.Kind]
			if p.Line {
				s += "-line"
			}
			if p.Kind == template.Block && p.Column >= 0 {
				s += fmt.Sprint("@", p.Column)
			}
			all = append(all, s)
		}
		if got := strings.Join(all, ", "); got != c.places {
			t.Errorf("%q: places %s, want %s", c.text, got, c.places)
		}
	}
}

func FuzzNeutral(f *testing.F) {
	for _, s := range []string{"a: {{ b }}", "{{- if c }}\n{% d %}\n{# e #}", "<%= f %>${{ g }}{{{h}}}", `{{ "}}" }}`, string(identity.Hole(1))} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, places := template.Neutral(s)
		if len(got) != len(s) {
			t.Fatalf("%d bytes, not %d", len(got), len(s))
		}
		last := 0
		for _, p := range places {
			if p.Start < last || p.End <= p.Start || p.End > len(s) || p.Line && (p.From > p.Start || p.To < p.End) {
				t.Fatalf("a place from %d to %d, behind %d", p.Start, p.End, last)
			}
			last = p.End
		}
	})
}
