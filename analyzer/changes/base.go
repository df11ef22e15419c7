package changes

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// A Base is the commit that files are compared with.
type Base struct {
	git    git
	rev    string
	commit string
	prefix string // the path of the working folder in the repository, with / behind it unless it is the top
}

// Open finds the last commit that a revision and HEAD have in common: what comes from either side since then is told apart there. The
// folder's files may have changed since HEAD, too. Errors say what to do.
func Open(dir, rev string) (*Base, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return nil, fmt.Errorf("%w: install git, or use a baseline", err)
	}
	b := &Base{git: git{path: program, dir: dir}, rev: rev}
	place, err := b.git.output("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
	if err != nil {
		return nil, fmt.Errorf("%w: use it in a folder of a git repository, or use a baseline", err)
	}
	inside, place, _ := strings.Cut(place, "\n")
	shallow, prefix, _ := strings.Cut(place, "\n")
	if inside != "true" {
		return nil, errors.New("the folder is none of git's working folders: use it where the files are")
	}
	b.prefix = prefix
	hint := "git fetch brings what a remote has"
	if shallow == "true" {
		hint = "the clone is shallow, and git fetch --unshallow brings the rest; in a GitHub workflow give actions/checkout fetch-depth: 0"
	}
	tip, err := b.git.output("rev-parse", "--verify", "--quiet", rev+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("%q is no commit that git knows here: use a commit, a branch or a tag; %s", rev, hint)
	}
	b.commit, err = b.git.output("merge-base", tip, "HEAD")
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() == 1 {
		return nil, fmt.Errorf("%q and HEAD have no commit in common: use one of the same history; %s", rev, hint)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: use it where HEAD is a commit", err)
	}
	return b, nil
}
