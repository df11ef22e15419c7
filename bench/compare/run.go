package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/whichid/whichid/bench/measure"
)

// compare runs the commands in turn, and prints what they cost.
func (o options) compare(ctx context.Context, checkout string) error {
	commands, ratios, err := o.table()
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "compare")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	files, lines, err := size(checkout)
	if err != nil {
		return err
	}
	// Whichever comes first must not pay for the others.
	var buildError error
	if slices.ContainsFunc(commands, func(c *command) bool { return c.builds }) {
		build := measure.Program{Args: []string{"go", "list", "-export", "-deps", "-test", tree}, Dir: checkout}
		_, buildError = build.Run(ctx)
	}
	more := true
	for round := 0; more; round++ {
		more = false
		for _, c := range commands {
			if round >= c.rounds || c.failed != "" {
				continue
			}
			more = true
			one, err := c.run(ctx, checkout, scratch)
			if c.builds {
				err = errors.Join(buildError, err)
			}
			if err != nil {
				c.failed = err.Error()
			}
			c.costs = append(c.costs, one)
		}
	}
	fmt.Printf("%s: %d Go files, %d lines\n\n", filepath.Base(checkout), files, lines)
	report(commands, ratios)
	return nil
}

// run runs the command once.
func (c *command) run(ctx context.Context, dir, scratch string) (measure.Cost, error) {
	p := measure.Program{Args: c.args, Dir: dir, Exits: c.exits}
	switch {
	case c.tool != "":
		tool, err := freshCopy(c.tool, scratch)
		if err != nil {
			return measure.Cost{}, err
		}
		p.Args = append(slices.Clip(p.Args), "-vettool="+tool, tree)
	case c.linter:
		config := filepath.Join(scratch, "golangci.yml")
		cache := filepath.Join(scratch, "cache")
		err := errors.Join(os.RemoveAll(cache), os.WriteFile(config, []byte(linters(c.name)), 0o600))
		if err != nil {
			return measure.Cost{}, err
		}
		p.Args = append(slices.Clip(p.Args), "--config="+config, tree)
		p.Env = []string{"GOLANGCI_LINT_CACHE=" + cache}
	}
	return p.Run(ctx)
}

// linters is a configuration of golangci-lint for the linters that the name of a command ends in.
func linters(command string) string {
	_, names, _ := strings.Cut(command, ", ")
	names = strings.ReplaceAll(names, " and ", ", ")
	return "version: \"2\"\nlinters:\n  default: none\n  enable: [" + names + "]\n  settings:\n    custom:\n" +
		"      empty: {type: module}\n      whichid: {type: module}\n"
}

// freshCopy copies a program with a tail that it never had, so that the go command has no results of it. It must not take
// memory: the system counts that of this process, at its peak, as the least of every process that it starts.
func freshCopy(program, dir string) (string, error) {
	from, err := os.Open(program)
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, filepath.Base(program))
	to, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o700)
	if err != nil {
		return "", errors.Join(err, from.Close())
	}
	_, copied := io.Copy(to, from)
	_, tailed := fmt.Fprint(to, time.Now().UnixNano())
	return name, errors.Join(copied, tailed, to.Close(), from.Close())
}
