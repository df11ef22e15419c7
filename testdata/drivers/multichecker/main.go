// Multichecker is the analyzer in the plainest driver of golang.org/x/tools/go/analysis.
package main

import (
	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/whichid/whichid/analyzer"
)

func main() { multichecker.Main(analyzer.Analyzer) }
