package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/internal/needs"
)

// unnamed is a script with a finding, and namedBy what a fix makes of it.
const unnamed = "az login -i\n"

func namedBy(variable string) string {
	return "az login -i --client-id \"${" + variable + ":?set it to the client ID of the managed identity}\"\n"
}

// TestInterrupted sends the signal of Ctrl-C, or that of kill, to a run of -fix that has written its first file. Each file is what it
// was or what it will be, nothing is left behind, and the run says which files it has written and that it did not come to its end.
func TestInterrupted(t *testing.T) {
	t.Parallel()
	needs.NotWindows(t, "send signals")
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			for count := 200; !interrupts(t, signal, count); count *= 2 { // a run that was faster than the signal shows nothing
				if count > 10_000 {
					t.Fatalf("not interrupted among %d files", count)
				}
			}
		})
	}
}

// interrupts tells whether the signal came before a run had written so many files.
func interrupts(t *testing.T, signal os.Signal, count int) bool {
	t.Helper()
	dir := scripts(t, count)
	r := start(t, dir, "-fix", ".")
	for first := filepath.Join(dir, "000000.sh"); read(t, first) == unnamed && !r.hasEnded(); {
		runtime.Gosched()
	}
	if err := r.command.Process.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	<-r.ended
	var written []string
	for name, text := range contents(t, dir) {
		switch text {
		case namedBy("AZURE_CLIENT_ID"):
			written = append(written, name)
		case unnamed:
		default:
			t.Errorf("%s is %q", name, text)
		}
	}
	slices.Sort(written)
	if got := r.fixed(); !slices.Equal(got, written) {
		t.Errorf("written are %v, said %v", written, got)
	}
	if len(written) == count {
		return false
	}
	want := fmt.Sprintf("whichid: -fix: interrupted: %d of %d files are fixed: run again\n", len(written), count)
	if r.status() != exitErrors || r.stdout.Len() > 0 || !strings.HasSuffix(r.stderr.String(), want) {
		t.Errorf("exit status %d\n%s%s\nwant %s", r.status(), &r.stdout, &r.stderr, want)
	}
	return true
}

// TestTwoRunsAtOnce has two runs that fix the same files in different ways. Each file is fixed by one of them, which says so, and
// the other finds it changed or nothing to do: nothing is lost and nothing mixed.
func TestTwoRunsAtOnce(t *testing.T) {
	t.Parallel()
	const count = 300
	dir := scripts(t, count)
	variables := []string{"FIRST", "SECOND"}
	var runs []*process
	for _, variable := range variables {
		runs = append(runs, start(t, dir, "-fix", "-id=env:"+variable, "."))
	}
	by := make(map[string]string) // who says to have fixed a file
	expected := regexp.MustCompile(`^whichid: \S+: not fixed: (changed since it was read: run again|` +
		`another run is writing it; if none is, one was killed: remove \S+)$`)
	for i, r := range runs {
		<-r.ended
		for _, name := range r.fixed() {
			if by[name] != "" {
				t.Errorf("both say that they fixed %s", name)
			}
			by[name] = variables[i]
		}
		for line := range strings.Lines(r.stderr.String()) {
			if line = strings.TrimSpace(line); !strings.Contains(line, ": fixed: ") && !expected.MatchString(line) {
				t.Errorf("said %s", line)
			}
		}
		if status := r.status(); status != exitClean && status != exitFindings && status != exitErrors {
			t.Errorf("exit status %d", status)
		}
	}
	for name, text := range contents(t, dir) {
		if by[name] == "" || text != namedBy(by[name]) {
			t.Errorf("%s, fixed by %q, is %q", name, by[name], text)
		}
	}
}

// scripts makes a folder with so many scripts.
func scripts(t *testing.T, count int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for i := range count {
		write(t, filepath.Join(dir, fmt.Sprintf("%06d.sh", i)), unnamed)
	}
	return dir
}

// contents returns the texts of the files in a folder. None is a file that was to take the place of another one.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	texts := make(map[string]string)
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), identity.Unfinished) {
			t.Errorf("left behind: %s", entry.Name())
		}
		texts[entry.Name()] = read(t, filepath.Join(dir, entry.Name()))
	}
	return texts
}

// A process is a run of the command by itself.
type process struct {
	command        *exec.Cmd
	stdout, stderr bytes.Buffer
	ended          chan struct{}
}

// start runs the command, which this program is by another name.
func start(t *testing.T, dir string, args ...string) *process {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := &process{ended: make(chan struct{})}
	r.command = exec.CommandContext(t.Context(), program, args...)
	r.command.Args[0] = "whichid"
	r.command.Dir, r.command.Stdout, r.command.Stderr = dir, &r.stdout, &r.stderr
	if err := r.command.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = r.command.Wait() // the state tells
		close(r.ended)
	}()
	return r
}

func (r *process) hasEnded() bool {
	select {
	case <-r.ended:
		return true
	default:
		return false
	}
}

// status returns the exit status, or -1 after a signal.
func (r *process) status() int { return r.command.ProcessState.ExitCode() }

// fixed returns the names of the files that the run says it has fixed.
func (r *process) fixed() (names []string) {
	for _, line := range regexp.MustCompile(`(?m)^whichid: (.*):1:1: fixed: `).FindAllStringSubmatch(r.stderr.String(), -1) {
		names = append(names, line[1])
	}
	slices.Sort(names)
	return names
}
