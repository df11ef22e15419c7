// Empty is the least that any go/analysis tool can cost: one analyzer that requires the inspector and does nothing.
// Like every multichecker it is a vet tool too.
package main

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/multichecker"
	"golang.org/x/tools/go/analysis/passes/inspect"
)

func main() {
	multichecker.Main(&analysis.Analyzer{
		Name:     "empty",
		Doc:      "report nothing",
		Requires: []*analysis.Analyzer{inspect.Analyzer},
		Run:      func(*analysis.Pass) (any, error) { return nil, nil },
	})
}
