package keys

import (
	"strings"
	"testing"
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
