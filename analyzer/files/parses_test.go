package files_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files"
	"github.com/whichid/whichid/internal/needs"
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
		{"a.py", "f(a)\n", "f(a, b=c[\"d\"])\n", false},
		{"a.py", "f(a)\n", "f(a, b=c[\"d\")\n", true},
		{"a.py", "f(a)\n", "f(a, \"b)\n", true},
		{"a.py", "f(a)\n", "f(a, \"\"\"b)\n", true},
		{"a.py", "f(a)\n", "f(a b=c)\n", true},
		{"a.py", "f(a)\n", "f(a, , b=c)\n", true},
		{"a.py", "f()\n", "f(, b=c)\n", true},
		{"a.py", "f(b=1)\n", "f(b=1, b=c)\n", true},
		{"a.py", "f(b=1)\n", "f(b=1, c)\n", true},
		{"a.py", "f(*b)\n", "f(*b, c, d=e, **g)\n", false},
		{"a.py", "if a:\n    f(b)\n", "if a:\n    import os\n  f(b)\n", true},
		{"a.py", "import a\nf(b)\n", "import a\nimport os\nf(b)\n", false},
		{"a.py", "f(f\"{a}\" \"b\")\n", "f(f\"{a}{b}\" \"b\")\n", false},
		{"a.py", "f(f\"{a}\")\n", "f(f\"{a}{b\")\n", true},
		{"a.py", "print a\n", "print a, b\n", false},
		{"a.ps1", "A-B -C\n", "A-B -C -D $env:E\n", false},
		{"a.ps1", "A-B -C @{ d = 1 }\n", "A-B -C @{ d = 1; e = \"$f\" }\n", false},
		{"a.ps1", "A-B -C @{ d = 1 }\n", "A-B -C @{ d = 1; e = \"$f }\n", true},
		{"a.ps1", "A-B -C @{ d = 1 }\n", "A-B -C @{ d = 1; e = $(f }\n", true},
		{"a.ps1", "A-B -C @{ d = 1 }\n", "A-B -C @{ d = 1 } }\n", true},
		{"a.ps1", "$a = @\"\nb\n\"@\n", "$a = @\"\nb \"@\n", true},
		{"Dockerfile", "FROM a\nRUN b\n", "FROM a\nRUN b --c \"${D:?e}\"\n", false},
		{"Dockerfile", "FROM a\nRUN b\n", "FROM a\nRUN b --c \"${D:?e}\n", true},
		{"Dockerfile", "FROM a\nRUN [\"b\"]\n", "FROM a\nRUN [\"b\", \"c\"]\n", false},
		{"Dockerfile", "FROM a\nRUN [\"b\"]\n", "FROM a\nRUN [\"b\", c]\n", true},
		{"Dockerfile", "FROM a\nRUN b \\\n  c\n", "FROM a\nRUN b\n  c\n", true},
		{"Dockerfile", "FROM a\nRUN b\nRUN c\n", "FROM a\nRUN b \\\nRUN c\n", true},
		{"Dockerfile", "FROM a\nRUN <<E\nb\nE\nRUN c\n", "FROM a\nRUN <<E\nb\n E\nRUN c\n", true},
		{"Dockerfile", "FROM a\nRUN <<E\nb\nE\n", "FROM a\nRUN <<E\nb --c dE\n", true},
	} {
		err := files.StillParses(test.name, []byte(test.before), []byte(test.after))
		if (err != nil) != test.isRefused || err != nil && !strings.Contains(err.Error(), "the result would not parse") {
			t.Errorf("%s: %q, then %q: %v", test.name, test.before, test.after, err)
		}
	}
}

// TestMendedPython has Python itself read what fixes made.
func TestMendedPython(t *testing.T) {
	t.Parallel()
	needs.Programs(t, "parse what fixes make", "python3")
	names, err := filepath.Glob(filepath.Join(situations, "python", "*.golden"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no situations: %v", err)
	}
	const parse = "import ast, sys; [ast.parse(open(name).read(), name) for name in sys.argv[1:]]"
	for _, name := range names {
		before, after := strings.TrimSuffix(name, ".golden"), name
		if err := exec.CommandContext(t.Context(), "python3", "-c", parse, before).Run(); err != nil {
			continue // as written it is for another Python
		}
		if said, err := exec.CommandContext(t.Context(), "python3", "-c", parse, after).CombinedOutput(); err != nil {
			t.Errorf("%s: %v: %s", after, err, said)
		}
	}
}
