// Golangci is golangci-lint with the plugin of this tree and with an empty one, which shows what a linter costs that does nothing. It is
// what golangci-lint custom makes of .custom-gcl.yml, but from the module proxy and not from a clone of a repository.
package main

import (
	"fmt"
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/whichid/whichid/cmd/gclplugin"
	_ "github.com/whichid/whichid/testdata/golangci/empty"
)

func main() {
	// This version makes the cache tell one binary from another.
	if err := commands.Execute(commands.BuildInfo{Version: "(devel)"}); err != nil {
		fmt.Fprintln(os.Stderr, "The command is terminated due to an error:", err)
		os.Exit(exitcodes.Failure)
	}
}
