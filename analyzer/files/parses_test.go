package files_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files"
)

// TestStillParses holds a file that was changed to what it was.
func TestStillParses(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, before, after string
		isRefused           bool
	}{
		{"a.yaml", "a: b\n", "a: b c\n", false},
		{"a.yaml", "a: b\n", "a: b: c\n", true},
		{"a.yaml", "a: b: c\n", "a: b: c: d\n", false},
		{"a.yaml", "a: b\n---\nc: d\n", "a: b\n---\nc: d: e\n", true},
		{"a.yaml", "a: b: c\n---\nc: d\n", "a: b: c\n---\nc: d: e\n", true},
		{"a.yaml", "{{ if .x }}\na: b\n{{ end }}\n", "{{ if .x }}\na: \"b\n{{ end }}\n", true},
		{"a.json", `{"a": "b"}`, `{"a": "b c"}`, false},
		{"a.json", `{"a": "b"}`, `{"a": b}`, true},
		{"a.json", `{"a": "b", /* c */}`, `{"a": "b" "c"}`, true},
		{"a.ipynb", `{"cells": []}`, `{"cells": [}`, true},
		{"a.tf", "a = \"b\"\n", "a = \"b c\"\n", false},
		{"a.tf", "a = \"b\"\n", "a = \"b\"c\"\n", true},
		{"a.tf", "a = \n", "a = =\n", false},
		{"a.sh", "a b\n", "a 'b c'\n", false},
		{"a.sh", "a b\n", "a 'b\n", true},
		{"a.sh", "if a\n", "if 'a\n", false},
		{"a", "#!/bin/bash\na\n", "#!/bin/bash\na (\n", true},
		{"a.md", "```", "`", false},
	} {
		err := files.StillParses(test.name, []byte(test.before), []byte(test.after))
		if (err != nil) != test.isRefused || err != nil && !strings.Contains(err.Error(), "the result would not parse") {
			t.Errorf("%s: %q, then %q: %v", test.name, test.before, test.after, err)
		}
	}
}
