package changes

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// git is the command git in a folder.
type git struct {
	path, dir string
}

// configuration overrides what a repository's configuration could start, and keeps git out of repositories that stand in other ones as
// plain files (https://git-scm.com/docs/git-config, safe.bareRepository).
func configuration() []string {
	return []string{"--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull, "-c", "safe.bareRepository=explicit"}
}

// environment keeps git from the network, for which a repository may name programs of its own (https://git-scm.com/docs/git): it may
// not fetch what a partial clone lacks. Git before 2.44 need not know the first variable, and heeds the second. Nor does it write the
// index.
func environment() []string {
	return append(os.Environ(),
		"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
}

// run starts git and hands over what it prints.
func (g git) run(stdin string, read func(*bufio.Reader) error, args ...string) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	command := exec.CommandContext(ctx, g.path, append(configuration(), args...)...) //nolint:gosec // it is git, the words are ours
	command.Dir, command.Env, command.Stdin = g.dir, environment(), strings.NewReader(stdin)
	var stderr bytes.Buffer
	command.Stderr = &stderr
	stdout, err := command.StdoutPipe()
	if err != nil {
		return err
	}
	if err = command.Start(); err != nil {
		return err
	}
	unread := read(bufio.NewReader(stdout))
	if unread != nil {
		cancel()
	}
	if err = command.Wait(); unread != nil {
		err = unread
	}
	if err != nil {
		return &gitError{command: args[0], words: complaint(stderr.String()), err: err}
	}
	return nil
}

// output returns what git prints, without the end of the last line.
func (g git) output(args ...string) (string, error) {
	var text []byte
	err := g.run("", func(stdout *bufio.Reader) (err error) {
		text, err = io.ReadAll(stdout)
		return err
	}, args...)
	return strings.TrimSuffix(string(text), "\n"), err
}

// records hands over what git prints, field by field: each ends with a zero byte.
func (g git) records(each func(field string), args ...string) error {
	return g.run("", func(stdout *bufio.Reader) error {
		for {
			field, err := stdout.ReadString(0)
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return err
			}
			each(strings.TrimSuffix(field, "\x00"))
		}
	}, args...)
}

// A gitError is what git says when it fails.
type gitError struct {
	command, words string
	err            error
}

func (e *gitError) Error() string {
	if e.words == "" {
		return fmt.Sprintf("git %s: %v", e.command, e.err)
	}
	return fmt.Sprintf("git %s: %s", e.command, e.words)
}

func (e *gitError) Unwrap() error { return e.err }

// complaint returns why git gave up, and its advice, without the warnings before.
func complaint(text string) string {
	if at := strings.Index(text, "fatal: "); at > 0 {
		text = text[at:]
	}
	return strings.Join(strings.Fields(text), " ")
}
