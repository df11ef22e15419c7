// Package measure says what a program costs.
package measure

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A Program is a command line, and where it runs.
type Program struct {
	Args  []string
	Dir   string
	Env   []string // more than that of this process
	Exits []int    // the exit statuses of a run that did its work; none means 0

	Stdout io.Writer // nil for nowhere
}

// A Cost is what one run took, with the processes that it started.
type Cost struct {
	CPU  time.Duration // user and system
	Wall time.Duration
	Peak int64 // bytes, of the largest process
}

// Run runs a program once. An error says that it did not do its work.
func (p Program) Run(ctx context.Context) (Cost, error) {
	var stderr strings.Builder
	cmd := exec.CommandContext(ctx, p.Args[0], p.Args[1:]...)
	cmd.Dir = p.Dir
	cmd.Env = append(os.Environ(), p.Env...)
	cmd.Stdout, cmd.Stderr = p.Stdout, &stderr
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if cmd.ProcessState == nil {
		return Cost{}, err
	}
	if status := cmd.ProcessState.ExitCode(); status != 0 && !slices.Contains(p.Exits, status) {
		return Cost{}, fmt.Errorf("exit status %d: %s", status, firstLine(stderr.String()))
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return Cost{}, errors.New("no resource usage on this system")
	}
	return Cost{CPU: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), Wall: wall, Peak: usage.Maxrss * 1024}, nil
}

// Median returns the middle of what rounds gave.
func Median[T any](rounds []T, value func(T) float64) float64 {
	var values []float64
	for _, one := range rounds {
		values = append(values, value(one))
	}
	slices.Sort(values)
	return values[len(values)/2]
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}
