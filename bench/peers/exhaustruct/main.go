// Exhaustruct is a tool of go vet that people know, asked about one struct of azidentity.
package main

import (
	"log"

	"dev.gaijin.team/go/exhaustruct/v4/analyzer"
	"golang.org/x/tools/go/analysis/unitchecker"
)

func main() {
	exhaustruct, err := analyzer.NewAnalyzer(analyzer.Config{IncludeRx: []string{`.*/azidentity\.ManagedIdentityCredentialOptions`}})
	if err != nil {
		log.Fatal(err)
	}
	unitchecker.Main(exhaustruct)
}
