package main

import (
	"os"
	"path/filepath"

	"github.com/whichid/whichid/bench/measure"
)

type options struct {
	rounds, vet, lint int
	bin               string
}

// A command is one row of the result.
type command struct {
	name   string
	args   []string
	exits  []int  // exit statuses of a run that did its work, besides 0
	rounds int    // how often it is run
	builds bool   // needs a checkout that builds
	tool   string // a vet tool, copied afresh for every run, because the go command caches by the tool's content
	linter bool   // golangci-lint, with a cache of its own for every run

	costs  []measure.Cost
	failed string // why the row has no figures
}

// A ratio compares two commands.
type ratio struct{ ours, theirs string }

// tree is all that the programs are asked for.
const tree = "./..."

// The names of commands that others are compared with.
const (
	goHalf    = "whichid -files=false ./..."
	both      = "whichid ./..."
	typed     = "whichid -files=false -typed ./..."
	multi     = "multichecker, empty"
	ourVet    = "go vet, whichid"
	emptyLint = "golangci-lint, empty"
	ourLint   = "golangci-lint, empty and whichid"
)

// table lists what is compared: all of which the programs are there.
func (o options) table() ([]*command, []ratio, error) {
	inGo, err := measure.GoSearch()
	if err != nil {
		return nil, nil, err
	}
	inAll, err := measure.Search()
	if err != nil {
		return nil, nil, err
	}
	whichid := o.program("whichid")
	commands := []*command{
		{name: goHalf, args: []string{whichid, "-files=false", tree}, rounds: o.rounds, exits: []int{1}},
		{name: "rg, its markers in Go files", args: inGo, rounds: o.rounds, exits: []int{1}},
		{name: both, args: []string{whichid, tree}, rounds: o.rounds, exits: []int{1}},
		{name: "rg, its markers in all files", args: inAll, rounds: o.rounds, exits: []int{1}},
		{name: typed, args: []string{whichid, "-files=false", "-typed", tree}, rounds: o.rounds, exits: []int{1}, builds: true},
		{name: multi, args: []string{o.program("empty"), "-test=false", tree}, rounds: o.rounds, builds: true},
	}
	ratios := []ratio{{goHalf, "rg, its markers in Go files"}, {both, "rg, its markers in all files"}, {goHalf, multi}, {typed, multi}}
	for _, tool := range []string{"null", "emptyvet", "whichid", "exhaustruct", "forbidigo", "bodyclose"} {
		name := "go vet, " + tool
		commands = append(commands, &command{
			name: name, args: []string{"go", "vet"}, tool: o.program(tool), rounds: o.vet, exits: []int{1}, builds: true,
		})
		if name != ourVet {
			ratios = append(ratios, ratio{ourVet, name})
		}
	}
	for _, linters := range []string{emptyLint, ourLint} {
		commands = append(commands, &command{
			name: linters, args: []string{o.program("golangci-lint"), "run", "--issues-exit-code=0"}, rounds: o.lint, builds: true,
			linter: true,
		})
	}
	ratios = append(ratios, ratio{ourLint, emptyLint})
	var there []*command
	for _, c := range commands {
		program := c.args[0]
		if c.tool != "" {
			program = c.tool
		}
		if _, err := os.Stat(program); err == nil && c.rounds > 0 {
			there = append(there, c)
		}
	}
	return there, ratios, nil
}

func (o options) program(name string) string { return filepath.Join(o.bin, name) }
