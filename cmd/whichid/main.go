// Command whichid finds every place that asks Azure for a managed identity token without saying which identity.
//
//	whichid [flags] [paths]
//	whichid help [rule]
//
// It reads Go packages and other files: it needs no go command, no network and no dependencies, and the code need not build; with
// -typed it does. It is also a tool for go vet -vettool and go fix -fixtool.
package main

import (
	"io"
	"os"
	"runtime/debug"

	"github.com/whichid/whichid/analyzer"
)

func main() {
	if isVetTool(os.Args[1:]) {
		vet(os.Args[1:])
		return
	}
	// What is read is needed to the end, for the most part: garbage is collected five times as seldom for a fifth less CPU time.
	debug.SetGCPercent(400)
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// memory is the size in bytes from which on garbage is collected as often as it takes. Most checkouts need a tenth of it.
const memory = 192 << 20

// The exit statuses of the command.
const (
	exitClean    = iota
	exitFindings // at least one finding that no directive suppresses
	exitUsage    // wrong use or configuration
	exitErrors   // something could not be analyzed or written
)

// run is the command: it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 && args[0] == "help" {
		return help(args[1:], stdout, stderr)
	}
	o, err := parse(args)
	if err != nil {
		return misuse(stderr, err)
	}
	switch {
	case o.help:
		return help(nil, stdout, stderr)
	case o.version:
		return printVersion(stdout, stderr)
	}
	return o.run(stdout, stderr)
}

// run reads, and does what is asked for with what it finds.
func (o *options) run(stdout, stderr io.Writer) int {
	o.progress.stderr = stderr
	checker, err := analyzer.NewChecker(o.config)
	if err != nil {
		return misuse(stderr, err)
	}
	if err = o.openLedger(); err == nil {
		err = o.openSince()
	}
	if err != nil {
		return misuse(stderr, err)
	}
	v, err := o.analyze(checker)
	if err != nil {
		return misuse(stderr, err)
	}
	switch {
	case o.writeBaseline != "":
		return o.ledger.write(v, stderr)
	case o.diff:
		return o.diffs(v, stdout, stderr)
	case o.fix:
		if v, err = o.mend(v, checker, stderr); err != nil {
			return misuse(stderr, err)
		}
	}
	return o.report(v, stdout, stderr)
}

func misuse(stderr io.Writer, err error) int {
	say(stderr, err.Error())
	return exitUsage
}
