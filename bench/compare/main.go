// Compare runs whichid on a checkout, and beside it what else reads or checks the same files, and prints the CPU time
// and the peak memory of each. The commands run in turn, A B C A B C, and ratios are medians of the rounds' ratios, so
// that other work on the machine falls on all of them alike.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// markers are what a search for the same places would look for, without regard to case.
func markers() []string {
	return []string{"azure-sdk-for-go/sdk/azidentity", "oauth2/token"}
}

// A command is one row of the result.
type command struct {
	name   string
	args   []string
	tool   string // a vet tool, copied afresh for every run, because the go command caches by the tool's content
	base   string // name of the row that it is compared with
	exits  []int  // exit statuses of a run that did its work
	builds bool   // needs a checkout that builds
	limit  int    // number of rounds
	rounds []cost
	failed string // why the row has no figures
}

// A cost is what one run took, with the processes that it started.
type cost struct {
	cpu  time.Duration // user and system
	wall time.Duration
	peak int64 // bytes, of the largest process
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("compare: ")
	rounds := flag.Int("n", 5, "number of `rounds`")
	vet := flag.Int("vet", 1, "number of `rounds` for go vet, which takes minutes on a large module")
	whichid := flag.String("whichid", "whichid", "the command's `path`")
	empty := flag.String("empty", "empty", "the `path` of a multichecker with one empty analyzer")
	build := flag.Bool("build", true, "measure what needs the checkout to build, too")
	flag.Parse()
	if flag.NArg() != 1 || *rounds < 1 || *vet < 0 {
		log.Fatal("usage: compare [-n rounds] [-vet rounds] [-build=false] -whichid path -empty path checkout")
	}
	commands := slices.DeleteFunc(table(*whichid, *empty, *rounds, *vet), func(c *command) bool { return c.builds && !*build })
	if err := run(flag.Arg(0), commands); err != nil {
		log.Fatal(err)
	}
}

func run(checkout string, commands []*command) error {
	scratch, err := os.MkdirTemp("", "compare")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(scratch) }()

	files, lines, err := size(checkout)
	if err != nil {
		return err
	}
	// The build cache, so that whichever comes first does not pay for the others.
	var buildError error
	if slices.ContainsFunc(commands, func(c *command) bool { return c.builds }) {
		build := command{args: []string{"go", "list", "-export", "-deps", "-test", "./..."}, exits: []int{0}}
		_, buildError = build.run(checkout, scratch)
	}

	more := true
	for round := 0; more; round++ {
		more = false
		for _, c := range commands {
			if round >= c.limit || c.failed != "" {
				continue
			}
			more = true
			one, err := c.run(checkout, scratch)
			if c.builds {
				err = errors.Join(buildError, err)
			}
			if err != nil {
				c.failed = firstLine(err.Error())
			}
			c.rounds = append(c.rounds, one)
		}
	}
	fmt.Printf("%s: %d Go files, %d lines\n\n", filepath.Base(checkout), files, lines)
	report(commands)
	return nil
}

func table(whichid, empty string, rounds, vet int) []*command {
	const ours, ourVet = "whichid ./...", "go vet -vettool=whichid ./..."
	return []*command{
		{name: ours, args: []string{whichid, "./..."}, limit: rounds, exits: []int{0, 1}},
		{name: "search for its markers", args: search(), limit: rounds, base: ours, exits: []int{0, 1}},
		{
			name: "empty multichecker ./...", args: []string{empty, "-test=false", "./..."}, limit: rounds,
			base: ours, exits: []int{0}, builds: true,
		},
		{name: ourVet, args: []string{"go", "vet"}, tool: whichid, limit: vet, exits: []int{0, 1}, builds: true},
		{
			name: "go vet -vettool=empty ./...", args: []string{"go", "vet"}, tool: empty, limit: vet,
			base: ourVet, exits: []int{0}, builds: true,
		},
	}
}

// search is the fastest search for the markers that the machine has.
func search() []string {
	if path, err := exec.LookPath("rg"); err == nil {
		args := []string{path, "--count", "--ignore-case", "--fixed-strings", "--no-ignore", "-g", "*.go", "-g", "!vendor"}
		for _, marker := range markers() {
			args = append(args, "-e", marker)
		}
		return append(args, ".")
	}
	args := []string{"grep", "-r", "-c", "-i", "-F", "--include=*.go", "--exclude-dir=vendor"}
	for _, marker := range markers() {
		args = append(args, "-e", marker)
	}
	return append(args, ".")
}

// run runs the command once. An error says that it did not do its work.
func (c *command) run(dir, scratch string) (cost, error) {
	args := slices.Clone(c.args)
	if c.tool != "" {
		tool, err := freshCopy(c.tool, scratch)
		if err != nil {
			return cost{}, err
		}
		args = append(args, "-vettool="+tool, "./...")
	}
	var stderr strings.Builder
	cmd := exec.CommandContext(context.Background(), args[0], args[1:]...)
	cmd.Dir = dir
	cmd.Stderr = &stderr
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if cmd.ProcessState == nil {
		return cost{}, err
	}
	if !slices.Contains(c.exits, cmd.ProcessState.ExitCode()) {
		return cost{}, fmt.Errorf("exit status %d: %s", cmd.ProcessState.ExitCode(), firstLine(stderr.String()))
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return cost{}, errors.New("no resource usage on this system")
	}
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	return cost{cpu: cpu, wall: wall, peak: usage.Maxrss * 1024}, nil
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

// report prints the rows, then the ratios.
func report(commands []*command) {
	fmt.Printf("| command | CPU s | wall s | peak MB |\n|---|---|---|---|\n")
	for _, c := range commands {
		if c.failed != "" {
			fmt.Printf("| %s | not possible: %s | | |\n", c.name, c.failed)
		}
		if len(c.rounds) == 0 || c.failed != "" {
			continue
		}
		cpu := median(c.rounds, func(one cost) float64 { return one.cpu.Seconds() })
		wall := median(c.rounds, func(one cost) float64 { return one.wall.Seconds() })
		peak := median(c.rounds, func(one cost) float64 { return float64(one.peak) / 1e6 })
		fmt.Printf("| %s | %.3f | %.3f | %.0f |\n", c.name, cpu, wall, peak)
	}
	fmt.Printf("\n| | beside | CPU ratio | memory ratio |\n|---|---|---|---|\n")
	for _, c := range commands {
		at := slices.IndexFunc(commands, func(other *command) bool { return other.name == c.base })
		if at < 0 || len(c.rounds) == 0 || c.failed != "" || commands[at].failed != "" {
			continue
		}
		ours := commands[at].rounds
		type pair struct{ ours, theirs cost }
		var pairs []pair
		for i, theirs := range c.rounds {
			pairs = append(pairs, pair{ours[i], theirs})
		}
		cpu := median(pairs, func(p pair) float64 { return float64(p.ours.cpu) / float64(p.theirs.cpu) })
		peak := median(pairs, func(p pair) float64 { return float64(p.ours.peak) / float64(p.theirs.peak) })
		fmt.Printf("| %s | %s | %.3g | %.3g |\n", c.base, c.name, cpu, peak)
	}
}

func median[T any](rounds []T, value func(T) float64) float64 {
	var values []float64
	for _, one := range rounds {
		values = append(values, value(one))
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// size counts the checkout's Go files and their lines.
func size(checkout string) (files int, lines newlines, err error) {
	tree := os.DirFS(checkout)
	err = fs.WalkDir(tree, ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "vendor":
			return fs.SkipDir
		case entry.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		file, err := tree.Open(path)
		if err != nil {
			return err
		}
		files++
		_, err = io.Copy(&lines, file)
		return errors.Join(err, file.Close())
	})
	return files, lines, err
}

// newlines counts the lines that are written to it.
type newlines int

func (n *newlines) Write(p []byte) (int, error) {
	*n += newlines(bytes.Count(p, []byte("\n")))
	return len(p), nil
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}
