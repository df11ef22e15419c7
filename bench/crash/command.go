package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/whichid/whichid/bench/measure"
)

// A command is whichid, which is run on each folder.
type command struct {
	path string
	list io.WriteCloser // of findings; nil for none
}

func newCommand(path, list string) (*command, error) {
	c := &command{path: path}
	if list == "" {
		return c, nil
	}
	file, err := os.Create(list)
	c.list = file
	return c, err
}

func (c *command) close() error {
	if c.list == nil {
		return nil
	}
	return c.list.Close()
}

// output is what -format=json prints, as far as it matters here.
type output struct {
	Findings []struct {
		File       string `json:"file"`
		Line       int    `json:"line"`
		Rule       string `json:"rule"`
		Message    string `json:"message"`
		Suppressed string `json:"suppressed"`
	} `json:"findings"`
	Errors []struct {
		File    string `json:"file"`
		Message string `json:"message"`
	} `json:"errors"`
}

// run runs the command with all that it can read, and with what it reports by itself.
func (c *command) run(ctx context.Context, folder string, t *tally) error {
	if c.path == "" {
		return nil
	}
	all := []string{"-enable=all", "-tests", "-generated", "-files=*.md"}
	if _, err := c.once(ctx, folder, t, "everything", all...); err != nil {
		return err
	}
	found, err := c.once(ctx, folder, t, "the default")
	for _, f := range found.Findings {
		t.add("findings of the command, by default: "+f.Rule, 1)
		if c.list != nil && f.Suppressed == "" {
			_, err = fmt.Fprintf(c.list, "%s/%s:%d: %s: %s\n", folder, f.File, f.Line, f.Rule, f.Message)
		}
	}
	return err
}

// once runs the command with some flags. Status 3 is right where something cannot be read, which is not a fault.
func (c *command) once(ctx context.Context, folder string, t *tally, how string, flags ...string) (out output, err error) {
	var stdout strings.Builder
	args := append([]string{c.path, "-config=none", "-format=json"}, flags...)
	p := measure.Program{Args: append(args, "./..."), Dir: folder, Exits: []int{1, 3}, Stdout: &stdout}
	cost, err := p.Run(ctx)
	name := folder + ", the command, " + how
	if err == nil {
		err = json.Unmarshal([]byte(stdout.String()), &out)
	}
	if err != nil {
		t.fail("the command", name, err.Error())
		return output{}, ignoreExit(err)
	}
	t.add("ms of CPU of the command, "+how, int(cost.CPU.Milliseconds()))
	for _, e := range out.Errors {
		if strings.Contains(e.Message, "a fault in whichid") {
			t.fail("panic", name, e.File+": "+e.Message)
		}
	}
	t.add("errors that the command tells, "+how, len(out.Errors))
	return out, nil
}

// ignoreExit lets the run go on after a command that failed, but not after one that cannot be started.
func ignoreExit(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
