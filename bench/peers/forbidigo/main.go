// Forbidigo is a tool of go vet that people know, asked about one function of azidentity, by its type.
package main

import (
	"errors"
	"log"

	"github.com/ashanbrown/forbidigo/v2/pkg/analyzer"
	"golang.org/x/tools/go/analysis/unitchecker"
)

func main() {
	forbidigo := analyzer.NewAnalyzer()
	pattern := `{p: ^azidentity\.NewManagedIdentityCredential$, pkg: azidentity}`
	if err := errors.Join(forbidigo.Flags.Set("p", pattern), forbidigo.Flags.Set("analyze_types", "true")); err != nil {
		log.Fatal(err)
	}
	unitchecker.Main(forbidigo)
}
