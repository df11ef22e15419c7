package analyzer_test

import (
	"testing"

	"github.com/whichid/whichid/analyzer"
)

// TestGate holds what is said of imports without a checker to what the checker says.
func TestGate(t *testing.T) {
	t.Parallel()
	for name, config := range map[string]analyzer.Config{
		"default":   {},
		"all":       {Enable: []string{"all"}},
		"none":      {Disable: []string{"all"}},
		"one":       {Disable: []string{"all"}, Enable: []string{"default-credential"}},
		"their own": {Sinks: []string{"credential example.com/token.New(1) id=0", "dsn net/http.Open dsn=0 marker=dsn"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checker, err := analyzer.NewChecker(config)
			if err != nil {
				t.Fatal(err)
			}
			packages := []string{"fmt", "net/http", "os/exec", "syscall", "example.com/token", "example.com/other"}
			for _, row := range checker.Table().Rows() {
				packages = append(packages, row.Package)
			}
			for _, path := range packages {
				gate, err := config.Gate(func(imported string) bool { return imported == path })
				if err != nil {
					t.Fatal(err)
				}
				if want := checker.Table().Import(path); gate.Need != want {
					t.Errorf("%s: %b, want %b", path, gate.Need, want)
				}
			}
		})
	}
	if _, err := (analyzer.Config{Enable: []string{"nonsense"}}).Gate(func(string) bool { return true }); err == nil {
		t.Error("no error for a rule that there is not")
	}
}
