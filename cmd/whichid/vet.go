package main

import (
	"runtime/debug"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/whichid/whichid/analyzer"
)

// isVetTool tells whether the go command asks: for the tool's version, for its flags, or to analyze a unit.
func isVetTool(args []string) bool {
	return len(args) > 0 &&
		(slices.Contains(args, "-V=full") || slices.Contains(args, "-flags") || strings.HasSuffix(args[len(args)-1], ".cfg"))
}

// vet is the tool of go vet and go fix, which start it for every package of the module and for all that these import. For most of
// them there is nothing to find, and they show that before they are parsed; so nothing is said of those that do not compile.
func vet(args []string) {
	if u, err := readUnit(args); err == nil {
		if matters, err := u.mayMatter(); err == nil && !matters && u.writeNothing() == nil {
			return
		}
	}
	// The process lives for one package: to collect its garbage five times as seldom saves a quarter of its time for a megabyte more.
	debug.SetGCPercent(400)
	unitchecker.Main(analyzer.New(analyzer.Config{Facts: true})) // ends the process
}
