package analyzer_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer"
)

// TestOrigins holds every site of a situation to the comment behind it: where its ID comes from.
func TestOrigins(t *testing.T) {
	checker, err := analyzer.NewChecker(analyzer.Config{Enable: []string{"all"}})
	if err != nil {
		t.Fatal(err)
	}
	source := read(t, testdata+"/src/clean/origins")
	pkg, errs := load("origins", source, completeTypes(testdata))
	for _, err := range errs {
		t.Fatal(err)
	}
	got := analyzer.Origins(checker, pkg)
	for _, content := range source {
		for i, line := range strings.Split(string(content), "\n") {
			_, want, _ := strings.Cut(line, "// origin: ")
			if got[i+1] != want {
				t.Errorf("line %d: the ID comes from %q, want %q", i+1, got[i+1], want)
			}
		}
	}
}
