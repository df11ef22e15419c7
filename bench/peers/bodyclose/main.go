// Bodyclose is a tool of go vet that people know, built on SSA.
package main

import (
	"github.com/timakin/bodyclose/passes/bodyclose"
	"golang.org/x/tools/go/analysis/unitchecker"
)

func main() { unitchecker.Main(bodyclose.Analyzer) }
