package files_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/marker"
)

// TestGate holds the words that make a file worth reading to what is found: no file that they pass over has a finding.
func TestGate(t *testing.T) {
	t.Parallel()
	gate := marker.New()
	names, err := filepath.Glob(filepath.Join(situations, "*", "*.want"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no situations: %v", err)
	}
	for _, name := range names {
		if text := read(t, strings.TrimSuffix(name, ".want")); !gate.Found([]byte(text)) {
			t.Errorf("%s is passed over", name)
		}
	}
	table, err := os.ReadFile("keys/table.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(table)) {
		word, _, isRow := strings.Cut(line, " ")
		if !isRow || strings.HasPrefix(word, "#") {
			continue
		}
		rows++
		// Words that a row needs besides its own, such as what stands in its keys, make no difference to the gate.
		if text := strings.TrimPrefix(word, "~"); !gate.Found([]byte(text)) && !gate.Found([]byte(line)) {
			t.Errorf("the gate passes over what the row for %s is about", word)
		}
	}
	if rows < 20 {
		t.Errorf("%d rows", rows)
	}
}
